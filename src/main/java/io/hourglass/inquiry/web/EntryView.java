package io.hourglass.inquiry.web;

import io.hourglass.rate.Cause;
import io.hourglass.rate.VerdictEntry;
import io.hourglass.sla.Rule;
import io.hourglass.sla.State;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One line of the books. */
record EntryView(
        int seq,
        State state,
        Rule rule,
        @Nullable String decidingFact,
        @Nullable String anchor,
        Cause cause,
        Instant bookedAt) {

    static EntryView of(VerdictEntry entry) {
        return new EntryView(
                entry.seq(),
                (State) entry.state(),
                (Rule) entry.rule(),
                Objects.toString(entry.decidingFact(), null),
                entry.anchor() == null ? null : entry.anchor().value(),
                entry.cause(),
                entry.bookedAt());
    }
}
