package io.hourglass.chat.cases;

import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.chat.consultations.KeptConsultation;
import io.hourglass.chat.judging.ChatJudge;
import io.hourglass.chat.judging.ChatJudgement;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.chat.judging.Consultation;
import io.hourglass.rate.books.JudgedCase;
import java.time.Instant;
import java.util.Optional;

/**
 * A consultation, and what the judge says of it.
 *
 * @param judgement empty while nothing that could open it is known
 */
public record JudgedConsultation(KeptConsultation kept, Consultation consultation, Optional<ChatJudgement> judgement) {

    static JudgedConsultation of(KeptConsultation kept, Consultation consultation, Instant asOf) {
        return new JudgedConsultation(kept, consultation, ChatJudge.judge(consultation, asOf));
    }

    public Optional<ChatState> state() {
        return judgement.map(ChatJudgement::state);
    }

    /** As the books take it in; empty as the judgement is. */
    public Optional<JudgedCase> inBooks() {
        return judgement.map(this::inBooks);
    }

    private JudgedCase inBooks(ChatJudgement judged) {
        var owed = judged.state().countable() || judged.state().pending();
        return JudgedCase.builder()
                .id(kept.id())
                .subject(ChatAccount.subject(kept.account()))
                .day(kept.day())
                .rule(judged.rule())
                .decidingFact(judged.decidingFact())
                .anchor(owed ? kept.id() : null)
                .policyVersion(judged.policyVersion())
                .build();
    }
}
