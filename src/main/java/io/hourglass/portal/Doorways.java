package io.hourglass.portal;

import io.hourglass.access.Caller;
import io.hourglass.access.Callers;
import io.hourglass.access.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What the head of each page shows: who is looking, and where it may go. Templates know it as {@code @doorways}. */
@Component("doorways")
public class Doorways {

    /**
     * One entry of the menu.
     *
     * @param name its words are {@code menu.} and this
     * @param here whether the present page is there or below
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
        }
    }

    private static Door door(String name, String path) {
        var asked = ServletUriComponentsBuilder.fromCurrentRequestUri().build().getPath();
        return new Door(name, path, path.equals(asked));
    }

    /** The present page with all that was asked of it, in another language. */
    public String in(String language) {
        return "?"
                + ServletUriComponentsBuilder.fromCurrentRequest()
                        .replaceQueryParam("lang", language)
                        .build()
                        .getQuery();
    }
}
