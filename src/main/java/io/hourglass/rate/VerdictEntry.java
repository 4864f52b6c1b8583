package io.hourglass.rate;

import io.hourglass.kernel.FactId;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.SupplierId;
import io.hourglass.sla.Rule;
import io.hourglass.sla.State;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the books: an inquiry's state from here on, and why. Entries are only ever added.
 *
 * @param seq 1 for an inquiry's first entry
 * @param day the natural day of receipt
 * @param decidingFact null where the absence of a fact decided
 * @param anchor null for an excluded inquiry
 */
public record VerdictEntry(
        InquiryId inquiry,
        int seq,
        SupplierId supplier,
        LocalDate day,
        State state,
        Rule rule,
        @Nullable FactId decidingFact,
        @Nullable InquiryId anchor,
        int policyVersion,
        Cause cause,
        Instant bookedAt) {

    /** Whether it is one of those that the day's seal covers; any other is noted in the ledger by itself. */
    boolean inBooks() {
        return state != State.OUT_OF_BOOKS && cause.kind() != Cause.Kind.RESTATEMENT;
    }

    static VerdictEntry of(JudgedInquiry judged, int seq, Cause cause, Instant bookedAt) {
        var judgement = judged.judgement();
        return new VerdictEntry(
                judgement.inquiry(),
                seq,
                judged.supplier(),
                judgement.clocks().day(),
                judgement.state(),
                judgement.rule(),
                judgement.decidingFact(),
                judgement.anchor(),
                judgement.policyVersion(),
                cause,
                bookedAt);
    }

    /** Whether a further entry would say the same for the same reason. */
    boolean says(JudgedInquiry judged) {
        var again = of(judged, seq, cause, bookedAt);
        return equals(again);
    }
}
