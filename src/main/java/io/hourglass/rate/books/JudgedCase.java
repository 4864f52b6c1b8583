package io.hourglass.rate.books;

import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.tracks.Rule;
import io.hourglass.kernel.tracks.State;
import java.time.LocalDate;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the books take in of a judgement.
 *
 * @param subject whose number it feeds
 * @param day of the books
 * @param decidingFact null where the absence of a fact decided
 * @param anchor the case whose answer is owed, perhaps itself; null where none is
 * @param policyVersion that judged it
 */
@Value.Builder
public record JudgedCase(
        CaseId id,
        Subject subject,
        LocalDate day,
        Rule rule,
        @Nullable FactId decidingFact,
        @Nullable CaseId anchor,
        int policyVersion) {

    public static JudgedCaseBuilder builder() {
        return new JudgedCaseBuilder();
    }

    public State state() {
        return rule.state();
    }
}
