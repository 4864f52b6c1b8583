package io.hourglass.chat.watch;

import io.hourglass.audit.persons.Pseudonyms;
import io.hourglass.chat.abnormal.BuyerAct;
import io.hourglass.chat.abnormal.TextHash;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.chat.consultations.KeptConsultation;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.chat.policy.ChatPolicy;
import io.hourglass.evidence.Facts;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.sla.Corrections;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a buyer did and what was done to it, as the rules ask, from its facts: with their corrections, texts as hashes. */
@Component
class ActsOfBuyers {

    private final Consultations consultations;
    private final Facts facts;
    private final WatchedBuyers watched;
    private final Pseudonyms pseudonyms;

    ActsOfBuyers(Consultations consultations, Facts facts, WatchedBuyers watched, Pseudonyms pseudonyms) {
        this.consultations = consultations;
        this.facts = facts;
        this.watched = watched;
        this.pseudonyms = pseudonyms;
    }

    /**
     * @param before what was recorded then or later is not seen
     * @param policy by which answers count and texts are compared
     */
    List<BuyerAct> of(BuyerId buyer, LocalDate from, LocalDate to, Instant before, ChatPolicy policy) {
        var kept = consultations.ofBuyer(buyer, from, to);
        var ids = kept.stream().map(KeptConsultation::id).toList();
        var known = facts.of(ids);
        var hash = hashes(buyer, watched.texts(ids), policy);
        return kept.stream()
                .flatMap(one -> standing(known, one, before)
                        .flatMap(fact -> Stream.ofNullable(act(one, fact, hash.apply(fact.id()), policy))))
                .toList();
    }

    private Function<FactId, @Nullable TextHash> hashes(BuyerId buyer, Map<FactId, String> texts, ChatPolicy policy) {
        var pseudonym =
                Objects.requireNonNull(pseudonyms.given(List.of(buyer.value())).get(buyer.value()));
        return fact -> {
            var text = texts.get(fact);
            return text == null
                    ? null
                    : TextHash.of(pseudonym, text, policy.abnormal().shortestText())
                            .orElse(null);
        };
    }

    private static Stream<Fact> standing(Map<CaseId, List<Fact>> known, KeptConsultation one, Instant before) {
        var seen = known.getOrDefault(one.id(), List.of()).stream()
                .filter(fact -> fact.recordedAt().isBefore(before))
                .toList();
        return Corrections.among(seen).applied(seen).stream();
    }

    private static @Nullable BuyerAct act(KeptConsultation one, Fact fact, @Nullable TextHash text, ChatPolicy policy) {
        return switch (chatKind(fact)) {
            case ASKED -> BuyerAct.asked(one.shop(), one.account(), fact.occurredAt(), text);
            case WROTE ->
                policy.countsBy(fact.author()) ? BuyerAct.answered(one.shop(), one.account(), fact.occurredAt()) : null;
            case BLOCKED -> BuyerAct.blocked(one.shop(), one.account(), fact.occurredAt());
            default -> null;
        };
    }

    private static ChatFactKind chatKind(Fact fact) {
        return (ChatFactKind) fact.kind();
    }
}
