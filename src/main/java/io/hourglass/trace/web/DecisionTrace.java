package io.hourglass.trace.web;

import io.hourglass.inquiry.judging.Grounds;
import io.hourglass.inquiry.judging.InquiryRule;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.rate.books.Cause;
import io.hourglass.rate.books.VerdictEntry;
import io.hourglass.trace.InWords;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A line of the books: the state from here on, by which rule, and what made the judge look. */
record DecisionTrace(
        int seq,
        InquiryState state,
        InquiryRule rule,
        @Schema(description = "Absent where the absence of a fact decided.") @Nullable String decidingFact,
        @Schema(description = "The inquiry whose answer is owed; absent for an excluded one.") @Nullable String anchor,
        int policyVersion,
        @Schema(description = "Of the decision table author-kinds.dmn.") int authorKindsVersion,
        @Schema(description = "What made the judge look: the fact's id, the end event's or the day's name.")
                Cause cause,
        Instant bookedAt,
        InWords words) {

    static DecisionTrace of(VerdictEntry entry, Grounds grounds, int authorKindsVersion, ZoneId zone) {
        return new DecisionTrace(
                entry.seq(),
                InquiryState.of(entry.state()),
                InquiryRule.of(entry.rule()),
                Objects.toString(entry.decidingFact(), null),
                entry.anchor() == null ? null : entry.anchor().value(),
                entry.policyVersion(),
                authorKindsVersion,
                entry.cause(),
                entry.bookedAt(),
                InWords.of(grounds, zone));
    }
}
