package io.hourglass.chat.supervision;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.cases.JudgedConsultation;
import io.hourglass.chat.cases.JudgedConsultations;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.chat.diagnosis.HandledConsultation;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.chat.judging.ChatJudgement;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.evidence.Facts;
import io.hourglass.evidence.StoredFact;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.sla.Corrections;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A shop's consultations as the diagnosis looks at them, judged as of now. */
@Component
class HandledConsultations {

    private final Consultations consultations;
    private final JudgedConsultations cases;
    private final Facts facts;

    HandledConsultations(Consultations consultations, JudgedConsultations cases, Facts facts) {
        this.consultations = consultations;
        this.cases = cases;
        this.facts = facts;
    }

    /** A buyer whom an account handed over on a day. */
    private record Given(AccountId account, BuyerId buyer, LocalDate day) {}

    /** A consultation with its facts as their corrections leave them. */
    private record Opened(JudgedConsultation judged, ChatJudgement judgement, Instant at, List<Fact> facts) {

        static Optional<Opened> of(JudgedConsultation judged) {
            var judgement =
                    judged.judgement().filter(one -> one.state().isOne()).orElse(null);
            var at = judgement == null ? null : judgement.openedAt();
            if (judgement == null || at == null) {
                return Optional.empty();
            }
            var known = judged.consultation().facts();
            return Optional.of(
                    new Opened(judged, judgement, at, Corrections.among(known).applied(known)));
        }

        Stream<Fact> of(ChatFactKind kind) {
            return facts.stream().filter(fact -> fact.is(kind));
        }
    }

    /** Those that opened on these days, both included, in no order. */
    List<HandledConsultation> of(SupplierId shop, LocalDate from, LocalDate to) {
        var opened = cases.ofMany(consultations.ofShop(shop, from, to)).stream()
                .flatMap(judged -> Opened.of(judged).stream())
                .toList();
        var given = given(opened);
        return opened.stream().map(one -> handled(one, given)).toList();
    }

    /** When accounts handed buyers over first: the transfers are facts of who received them. */
    private Map<Given, Instant> given(List<Opened> opened) {
        var stored = facts.find(opened.stream()
                .flatMap(one -> one.of(ChatFactKind.TRANSFERRED))
                .map(Fact::id)
                .toList());
        var given = new HashMap<Given, Instant>();
        for (var one : opened) {
            one.of(ChatFactKind.TRANSFERRED).forEach(fact -> giver(stored.get(fact.id()))
                    .ifPresent(from -> given.merge(
                            new Given(
                                    from,
                                    one.judged().kept().buyer(),
                                    one.judged().kept().day()),
                            fact.occurredAt(),
                            HandledConsultations::earlier)));
        }
        return given;
    }

    private static Optional<AccountId> giver(@Nullable StoredFact transfer) {
        var actor = transfer == null ? null : transfer.actor();
        return Optional.ofNullable(actor).map(AccountId::new);
    }

    private static HandledConsultation handled(Opened one, Map<Given, Instant> given) {
        var kept = one.judged().kept();
        return HandledConsultation.builder()
                .id(kept.id())
                .account(kept.account())
                .day(kept.day())
                .openedAt(one.at())
                .transferred(isTransferred(one))
                .state(one.judgement().state())
                .answeredBy(answeredBy(one))
                .wroteAt(one.of(ChatFactKind.WROTE)
                        .filter(HandledConsultations::isByPerson)
                        .map(Fact::occurredAt)
                        .toList())
                .givenAwayAt(given.get(new Given(kept.account(), kept.buyer(), kept.day())))
                .blockedAt(one.of(ChatFactKind.BLOCKED)
                        .map(Fact::occurredAt)
                        .reduce(HandledConsultations::earlier)
                        .orElse(null))
                .build();
    }

    private static boolean isTransferred(Opened one) {
        return one.of(ChatFactKind.ASKED).noneMatch(fact -> fact.occurredAt().equals(one.at()));
    }

    private static @Nullable AuthorKind answeredBy(Opened one) {
        var deciding = one.judgement().decidingFact();
        return one.judgement().state() != ChatState.ANSWERED
                ? null
                : one.of(ChatFactKind.WROTE)
                        .filter(fact -> fact.id().equals(deciding))
                        .map(Fact::author)
                        .findFirst()
                        .orElse(null);
    }

    private static boolean isByPerson(Fact fact) {
        return fact.author() == AuthorKind.HUMAN || fact.author() == AuthorKind.AI_ASSISTED;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
