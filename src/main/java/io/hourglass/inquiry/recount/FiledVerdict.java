package io.hourglass.inquiry.recount;

import io.hourglass.inquiry.judging.InquiryRule;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.judging.Judgement;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import org.jspecify.annotations.Nullable;

/**
 * A verdict as a ledger's file has it.
 *
 * @param seq 1 for the first of its inquiry
 * @param decidingFact null where the absence of a fact decided
 * @param anchor null for an excluded inquiry
 */
record FiledVerdict(
        int seq, InquiryState state, InquiryRule rule, @Nullable FactId decidingFact, @Nullable InquiryId anchor) {

    /** Whether the rule that it names leads to its state. */
    boolean isConsistent() {
        return rule.state() == state;
    }

    boolean says(Judgement judged) {
        return toString().equals(words(judged));
    }

    static String words(Judgement judged) {
        return of(judged).toString();
    }

    private static FiledVerdict of(Judgement judged) {
        return new FiledVerdict(0, judged.state(), judged.rule(), judged.decidingFact(), judged.anchor());
    }

    /** Without its number. */
    @Override
    public String toString() {
        return state + " by " + rule + (decidingFact == null ? "" : ", fact " + decidingFact)
                + (anchor == null ? "" : ", anchor " + anchor);
    }
}
