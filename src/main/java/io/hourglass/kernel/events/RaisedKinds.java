package io.hourglass.kernel.events;

import java.util.List;

/** The kinds of events that a module raises. A bean of that module. */
public record RaisedKinds(List<EventKind> kinds) {

    public static RaisedKinds of(EventKind... kinds) {
        return new RaisedKinds(List.of(kinds));
    }
}
