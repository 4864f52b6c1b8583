package io.hourglass.inquiry.judging;

import io.hourglass.inquiry.policy.Deadlines;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the judge says of one inquiry, and why.
 *
 * @param decidingFact null where the absence of a fact decided
 * @param anchor the inquiry whose answer is owed: itself, or the one it is a duplicate of; of a FOLLOW_UP the inquiry that it
 *     follows, which is none itself; null if excluded
 * @param policyVersion the version that was in force at receipt
 * @param booksClosed the as-of instant is at or after the close: it will not change by itself
 * @param undelivered the deciding reply bounced
 */
@Value.Builder
public record Judgement(
        InquiryId inquiry,
        InquiryRule rule,
        @Nullable FactId decidingFact,
        @Nullable InquiryId anchor,
        Deadlines clocks,
        int policyVersion,
        boolean booksClosed,
        boolean undelivered) {

    public static JudgementBuilder builder() {
        return new JudgementBuilder();
    }

    /** Null while pending, for an inquiry outside the books, and for a follow-up. */
    public @Nullable InquiryState verdict() {
        return rule.verdict();
    }

    /** The inquiry that it is a follow-up of; null if it stands alone. */
    public @Nullable InquiryId follows() {
        return state() == InquiryState.FOLLOW_UP ? anchor : null;
    }

    public InquiryState state() {
        return rule.state();
    }

    /** The inquiry that it is a duplicate of; null if it is none. */
    public @Nullable InquiryId duplicateOf() {
        return state() == InquiryState.DUPLICATE ? anchor : null;
    }
}
