package io.hourglass.inquiry.web;

import io.hourglass.inquiry.judging.InquiryRule;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.rate.books.Cause;
import io.hourglass.rate.books.VerdictEntry;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One line of the books. */
record EntryView(
        int seq,
        InquiryState state,
        InquiryRule rule,
        @Nullable String decidingFact,
        @Nullable String anchor,
        Cause cause,
        Instant bookedAt) {

    static EntryView of(VerdictEntry entry) {
        return new EntryView(
                entry.seq(),
                InquiryState.of(entry.state()),
                InquiryRule.of(entry.rule()),
                Objects.toString(entry.decidingFact(), null),
                entry.anchor() == null ? null : entry.anchor().value(),
                entry.cause(),
                entry.bookedAt());
    }
}
