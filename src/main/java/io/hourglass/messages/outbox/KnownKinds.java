package io.hourglass.messages.outbox;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.events.EventKind;
import io.hourglass.kernel.events.RaisedKinds;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Every kind of event that a module raises. */
@Component
public class KnownKinds {

    private final SortedSet<EventKind> all;

    KnownKinds(List<RaisedKinds> raised) {
        this.all = Collections.unmodifiableSortedSet(new TreeSet<>(
                raised.stream().flatMap(one -> one.kinds().stream()).toList()));
    }

    public SortedSet<EventKind> all() {
        return all;
    }

    /** @throws InvalidInput if there are none, or one that is not raised */
    public SortedSet<EventKind> checked(Collection<String> names) {
        var kinds = new TreeSet<EventKind>();
        for (var name : names) {
            kinds.add(all.stream()
                    .filter(kind -> kind.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInput("kinds", name, "one of GET /api/event-kinds")));
        }
        if (kinds.isEmpty()) {
            throw new InvalidInput("kinds", "none", "at least one of GET /api/event-kinds");
        }
        return kinds;
    }
}
