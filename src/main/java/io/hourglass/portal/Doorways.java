package io.hourglass.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hourglass.access.Caller;
import io.hourglass.access.Callers;
import io.hourglass.access.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** What the head of each page shows: who is looking, and where it may go. Templates know it as {@code @doorways}. */
@Component("doorways")
public class Doorways {

    /**
     * One entry of the menu.
     *
     * @param name its words are {@code menu.} and this
     * @param here whether it is the present page
     */
    public record Door(String name, String path, boolean here) {}

    /** Null on pages for whoever comes. */
    public @Nullable Caller caller() {
        return Callers.current().orElse(null);
    }

    /** In the order of the menu; empty on pages for whoever comes. */
    public List<Door> open() {
        var doors = new ArrayList<Door>();
        Callers.current().ifPresent(caller -> addDoors(caller, doors));
        return doors;
    }

    private static void addDoors(Caller caller, List<Door> doors) {
        if (!caller.isParty()) {
            doors.add(door("start", "/"));
        }
        if (caller.is(Role.OPERATIONS) || caller.is(Role.AUDITOR)) {
            doors.add(door("operations", "/operations"));
            doors.add(door("map", "/operations/map"));
            doors.add(door("actions", "/operations/actions"));
            doors.add(door("auditInquiries", "/audit/inquiries"));
            doors.add(door("auditNumbers", "/audit/numbers"));
            doors.add(door("auditDisputes", "/audit/disputes"));
            doors.add(door("auditRestatements", "/audit/restatements"));
            doors.add(door("auditLedger", "/audit/ledger"));
        }
        if (caller.supplier() != null) {
            var own = "/suppliers/" + encoded(caller.supplier().value());
            doors.add(door("inbox", own + "/inbox"));
            doors.add(door("rate", own + "/rate"));
            doors.add(door("disputes", own + "/disputes"));
        }
        if (caller.buyer() != null) {
            var own = "/buyers/" + encoded(caller.buyer().value());
            doors.add(door("buyersInquiries", own + "/inquiries"));
            doors.add(door("buyersNew", own + "/new-inquiry"));
        }
    }

    private static String encoded(String id) {
        return UriUtils.encodePathSegment(id, UTF_8);
    }

    private static Door door(String name, String path) {
        var asked = ServletUriComponentsBuilder.fromCurrentRequestUri().build().getPath();
        return new Door(name, path, path.equals(asked));
    }

    /** The present page with all that was asked of it, in another language. */
    public String in(String language) {
        return PresentAddress.with("lang", language);
    }
}
