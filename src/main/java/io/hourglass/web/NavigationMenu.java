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

/** What the head of each page shows: who is looking, and where it may go. Templates know it as {@code @menu}. */
@Component("menu")
public class NavigationMenu {

    /**
     * One entry of the menu.
     *
     * @param name its words are {@code menu.} and this
     * @param here whether it is the present page
     */
    public record Entry(String name, String path, boolean here) {}

    /**
     * The entries for one audience.
     *
     * @param audience its words are {@code doors.} and this
     */
    public record Section(String audience, List<Entry> entries) {}

    /** Null for an anonymous reader. */
    public @Nullable Caller caller() {
        return Callers.current().orElse(null);
    }

    /** In the order of the menu; empty for an anonymous reader. */
    public List<Section> open() {
        return Callers.current().map(NavigationMenu::of).orElse(List.of());
    }

    private static List<Section> of(Caller caller) {
        var open = new ArrayList<Section>();
        if (!caller.isParty()) {
            open.add(new Section("everybody", List.of(entry("start", "/"))));
        }
        if (caller.is(Role.OPERATIONS) || caller.is(Role.AUDITOR)) {
            open.add(new Section(
                    "operations",
                    List.of(
                            entry("operations", "/operations"),
                            entry("map", "/operations/map"),
                            entry("activity", "/operations/actions"),
                            entry("settings", "/settings"))));
            open.add(new Section(
                    "auditor",
                    List.of(
                            entry("auditInquiries", "/audit/inquiries"),
                            entry("auditNumbers", "/audit/numbers"),
                            entry("auditDisputes", "/audit/disputes"),
                            entry("auditRestatements", "/audit/restatements"),
                            entry("auditLedger", "/audit/ledger"))));
        }
        if (caller.supplier() != null) {
            var own = "/suppliers/" + PathSegment.of(caller.supplier().value());
            open.add(new Section(
                    "supplier",
                    List.of(
                            entry("inbox", own + "/inbox"),
                            entry("rate", own + "/rate"),
                            entry("disputes", own + "/disputes"))));
        }
        if (caller.buyer() != null) {
            var own = "/buyers/" + PathSegment.of(caller.buyer().value());
            open.add(new Section(
                    "buyer",
                    List.of(entry("buyersInquiries", own + "/inquiries"), entry("buyersNew", own + "/new-inquiry"))));
        }
        return open;
    }

    private static Entry entry(String name, String path) {
        var asked = ServletUriComponentsBuilder.fromCurrentRequestUri().build().getPath();
        return new Entry(name, path, path.equals(asked));
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
