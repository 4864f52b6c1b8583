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
                entry.state(),
                entry.rule(),
                Objects.toString(entry.decidingFact(), null),
                Objects.toString(entry.anchor(), null),
                entry.cause(),
                entry.bookedAt());
    }
}
