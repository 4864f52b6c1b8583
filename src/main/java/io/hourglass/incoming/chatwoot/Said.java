package io.hourglass.incoming.chatwoot;

import io.hourglass.incoming.deliveries.Sent;
import java.util.List;

/** What an event says. */
public sealed interface Said {

    /** Facts of chat. */
    record Facts(List<Sent> facts) implements Said {

        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** Nothing of who asked or who answered. */
    record Nothing(String why) implements Said {}
}
