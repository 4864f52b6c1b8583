package io.hourglass.chat.watch;

import io.hourglass.chat.cases.JudgedConsultations;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.chat.consultations.KeptConsultation;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.chat.policy.ChatPolicies;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which consultations it changes to confirm a caught account, or to take it back: those of days whose books are open. */
@Component
@Transactional(readOnly = true)
public class EffectOfCatch {

    private final Consultations consultations;
    private final JudgedConsultations cases;
    private final ChatPolicies policies;
    private final Clock clock;

    EffectOfCatch(Consultations consultations, JudgedConsultations cases, ChatPolicies policies, Clock clock) {
        this.consultations = consultations;
        this.cases = cases;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * A consultation that opened at the instant of the catch or later.
     *
     * @param state as of now
     */
    public record Affected(KeptConsultation consultation, Instant openedAt, ChatState state) {}

    /** Those of the buyer, by their opening. */
    public List<Affected> of(CaughtAccount account) {
        var calendar = policies.calendar();
        var now = clock.instant();
        var today = calendar.dayOf(now);
        var open = consultations.ofBuyer(account.buyer(), today.minusDays(2), today).stream()
                .filter(kept -> now.isBefore(calendar.day(kept.day()).booksClose()))
                .toList();
        return cases.ofMany(open).stream()
                .flatMap(judged -> judged.judgement().stream()
                        .flatMap(judgement -> Stream.ofNullable(judgement.openedAt())
                                .filter(at -> !at.isBefore(account.caughtAt()))
                                .map(at -> new Affected(judged.kept(), at, judgement.state()))))
                .sorted(Comparator.comparing(Affected::openedAt)
                        .thenComparing(one -> one.consultation().id()))
                .toList();
    }
}
