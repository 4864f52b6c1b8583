package io.hourglass.kernel.events;

import java.util.function.Supplier;

/** Takes events, in the transaction of the change that they tell. */
public interface Events {

    /** Whether anybody takes that kind. If not, it is neither made nor kept. */
    boolean isWanted(EventKind kind);

    /** Kept with the transaction, and told once it is committed. */
    void append(Event event);

    /** If anybody takes that kind. */
    default void raise(EventKind kind, Supplier<Event> event) {
        if (isWanted(kind)) {
            append(event.get());
        }
    }
}
