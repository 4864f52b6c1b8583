package io.hourglass.chat.diagnosis;

import io.hourglass.chat.AccountId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cause, and the consultations behind it.
 *
 * @param account of {@link Cause#ONE_ACCOUNT}; null for any other
 * @param consultations unanswered ones of the span, at least one, by their opening
 * @param before how many there were in the span before
 * @param alone of how many it is the only cause, {@link Cause#ONE_ACCOUNT} left aside
 * @param without the rate of the span if these consultations had not been
 */
public record Finding(
        Cause cause,
        @Nullable AccountId account,
        List<HandledConsultation> consultations,
        int before,
        int alone,
        Share without) {

    public Finding {
        consultations = List.copyOf(consultations);
    }
}
