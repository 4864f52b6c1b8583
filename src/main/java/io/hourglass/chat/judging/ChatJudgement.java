package io.hourglass.chat.judging;

import io.hourglass.chat.ConsultationId;
import io.hourglass.kernel.ids.FactId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the judge says of one consultation, and why.
 *
 * @param decidingFact null where the absence of a fact decided, or the marketplace's list of accounts
 * @param openedAt null if nothing in the books opened it
 * @param booksClosed the as-of instant is at or after the close: it will not change by itself
 */
public record ChatJudgement(
        ConsultationId consultation,
        ChatRule rule,
        @Nullable FactId decidingFact,
        @Nullable Instant openedAt,
        int policyVersion,
        boolean booksClosed) {

    public ChatState state() {
        return rule.state();
    }
}
