package io.hourglass.kernel.events;

import io.hourglass.kernel.InvalidInput;
import java.util.regex.Pattern;

/**
 * A kind of event. Others filter by its name, so that none may be named anew.
 *
 * @param name at most 64 characters: words of small letters, digits and underscores, with full stops between them
 */
public record EventKind(String name) implements Comparable<EventKind> {

    private static final int MAX_LENGTH = 64;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");

    public EventKind {
        if (name.length() > MAX_LENGTH || !NAME.matcher(name).matches()) {
            throw new InvalidInput("kind", name, "a kind of event, such as inquiry.received");
        }
    }

    @Override
    public int compareTo(EventKind other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
