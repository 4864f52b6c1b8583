package io.hourglass.chat.reading;

import io.hourglass.chat.cases.JudgedConsultation;
import io.hourglass.chat.consultations.KeptConsultation;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.chat.judging.ChatJudge;
import io.hourglass.chat.judging.ChatState;
import java.time.Instant;
import java.util.Optional;

/**
 * A consultation of a day, and where it stands by the judge.
 *
 * @param openedAt since when its buyer asks
 * @param dayEnds the first instant of the next natural day: an answer counts as long as that lies ahead
 */
public record ConsultationOfDay(
        KeptConsultation kept, ChatState state, Opening opening, Instant openedAt, Instant dayEnds) {

    /** By what a consultation is opened. */
    public enum Opening {
        /** The buyer wrote. */
        MESSAGE,
        /** Another account handed the buyer over (C8). */
        TRANSFER
    }

    /** Empty for one that nothing in the books opened. */
    static Optional<ConsultationOfDay> of(JudgedConsultation judged) {
        return judged.state().flatMap(state -> ChatJudge.opening(judged.consultation())
                .map(fact -> new ConsultationOfDay(
                        judged.kept(),
                        state,
                        fact.is(ChatFactKind.TRANSFERRED) ? Opening.TRANSFER : Opening.MESSAGE,
                        fact.occurredAt(),
                        judged.consultation().day().end())));
    }
}
