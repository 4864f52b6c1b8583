package io.hourglass.web;

import io.hourglass.access.Caller;
import io.hourglass.access.Callers;
import io.hourglass.access.Role;
import io.hourglass.kernel.text.PathSegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What the head of each page shows: who is looking, and where it may go. Templates know it as {@code @doorways}. */
@Component("doorways")
public class NavigationMenu {

    /**
     * One entry of the menu.
     *
     * @param name its words are {@code menu.} and this
     * @param here whether it is the present page
     */
    public record Door(String name, String path, boolean here) {}

    /**
     * The entries for one audience.
     *
     * @param audience its words are {@code doors.} and this
     */
    public record Doors(String audience, List<Door> doors) {}

    /** Null on pages for anyone who comes. */
    public @Nullable Caller caller() {
        return Callers.current().orElse(null);
    }

    /** In the order of the menu; empty on pages for anyone who comes. */
    public List<Doors> open() {
        return Callers.current().map(NavigationMenu::of).orElse(List.of());
    }

    private static List<Doors> of(Caller caller) {
        var open = new ArrayList<Doors>();
        if (!caller.isParty()) {
            open.add(new Doors("everybody", List.of(door("start", "/"))));
        }
        if (caller.is(Role.OPERATIONS) || caller.is(Role.AUDITOR)) {
            open.add(new Doors(
                    "operations",
                    List.of(
                            door("operations", "/operations"),
                            door("map", "/operations/map"),
                            door("actions", "/operations/actions"))));
            open.add(new Doors(
                    "auditor",
                    List.of(
                            door("auditInquiries", "/audit/inquiries"),
                            door("auditNumbers", "/audit/numbers"),
                            door("auditDisputes", "/audit/disputes"),
                            door("auditRestatements", "/audit/restatements"),
                            door("auditLedger", "/audit/ledger"))));
        }
        if (caller.supplier() != null) {
            var own = "/suppliers/" + PathSegment.of(caller.supplier().value());
            open.add(new Doors(
                    "supplier",
                    List.of(
                            door("inbox", own + "/inbox"),
                            door("rate", own + "/rate"),
                            door("disputes", own + "/disputes"))));
        }
        if (caller.buyer() != null) {
            var own = "/buyers/" + PathSegment.of(caller.buyer().value());
            open.add(new Doors(
                    "buyer",
                    List.of(door("buyersInquiries", own + "/inquiries"), door("buyersNew", own + "/new-inquiry"))));
        }
        return open;
    }

    private static Door door(String name, String path) {
        var asked = ServletUriComponentsBuilder.fromCurrentRequestUri().build().getPath();
        return new Door(name, path, path.equals(asked));
    }

    /** Where the reader found this program, without a slash at its end: for calls to copy. */
    public String root() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    /** The present page with all that was asked of it, in another language. */
    public String in(String language) {
        return PresentAddress.with("lang", language);
    }
}
