package io.hourglass.chat.cases;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.chat.accounts.ChatAccounts;
import io.hourglass.chat.consultations.KeptConsultation;
import io.hourglass.chat.consultations.MarkedBuyer;
import io.hourglass.chat.consultations.MarkedBuyers;
import io.hourglass.chat.judging.Consultation;
import io.hourglass.chat.policy.ChatPolicies;
import io.hourglass.evidence.Facts;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.lists.Parts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lays consultations before the judge, with their facts and with what is known of their buyers. */
@Component
public class JudgedConsultations {

    private static final int PART = 2_000;

    private final Facts facts;
    private final MarkedBuyers marked;
    private final ChatAccounts accounts;
    private final ChatPolicies policies;
    private final Clock clock;

    JudgedConsultations(Facts facts, MarkedBuyers marked, ChatAccounts accounts, ChatPolicies policies, Clock clock) {
        this.facts = facts;
        this.marked = marked;
        this.accounts = accounts;
        this.policies = policies;
        this.clock = clock;
    }

    /** As of now; what is known already is known, even if the clock of the node that recorded it is ahead of ours. */
    public JudgedConsultation of(KeptConsultation kept) {
        return of(List.of(kept)).get(0);
    }

    /** The same for some, in their order, which the transaction remembers. */
    public List<JudgedConsultation> of(List<KeptConsultation> some) {
        return judged(some, facts::of, clock.instant());
    }

    /** For any number, a part at a time, so that no more than a part is held of what is known of them. */
    public List<JudgedConsultation> ofMany(List<KeptConsultation> many) {
        return ofManyAsOf(many, clock.instant());
    }

    /** The same as of an instant that says more to the caller than how they stand. */
    public List<JudgedConsultation> ofManyAsOf(List<KeptConsultation> many, Instant now) {
        return ofMany(many, now, now);
    }

    /** As of now, on what was recorded by that instant alone. */
    public List<JudgedConsultation> ofMany(List<KeptConsultation> many, Instant learnedBy) {
        return ofMany(many, learnedBy, clock.instant());
    }

    private List<JudgedConsultation> ofMany(List<KeptConsultation> many, Instant learnedBy, Instant now) {
        return Parts.of(many, PART)
                .flatMap(part -> judged(part, ids -> facts.of(ids, learnedBy), now).stream())
                .toList();
    }

    private List<JudgedConsultation> judged(
            List<KeptConsultation> some, Function<List<ConsultationId>, Map<CaseId, List<Fact>>> factsOf, Instant now) {
        var marks =
                marked.of(some.stream().map(KeptConsultation::buyer).distinct().toList());
        var cases = Stream.concat(
                        some.stream().map(KeptConsultation::id),
                        marks.values().stream().flatMap(List::stream).map(MarkedBuyer::id))
                .toList();
        var known = factsOf.apply(cases);
        var colleagues = colleagues(some);
        return some.stream()
                .map(kept -> judged(kept, marks.getOrDefault(kept.buyer(), List.of()), known, colleagues, now))
                .toList();
    }

    private JudgedConsultation judged(
            KeptConsultation kept,
            List<MarkedBuyer> marks,
            Map<CaseId, List<Fact>> known,
            Map<AccountId, ChatAccount> colleagues,
            Instant now) {
        var own = known.getOrDefault(kept.id(), List.of());
        var day = policies.calendar().day(kept.day());
        var asOf = own.stream().map(Fact::recordedAt).reduce(now, JudgedConsultations::later);
        var ofBuyer = marks.stream()
                .filter(mark -> mark.concerns(kept.shop()))
                .flatMap(mark -> known.getOrDefault(mark.id(), List.of()).stream())
                .toList();
        var among = isAmongColleagues(kept, colleagues, asOf.isBefore(day.booksClose()) ? asOf : day.booksClose());
        return JudgedConsultation.of(kept, new Consultation(kept.id(), day, own, ofBuyer, among), asOf);
    }

    /** Of buyers that are accounts themselves. */
    private Map<AccountId, ChatAccount> colleagues(List<KeptConsultation> some) {
        return accounts.find(some.stream()
                .map(KeptConsultation::buyer)
                .filter(AccountId::mayBe)
                .map(buyer -> new AccountId(buyer.value()))
                .distinct()
                .toList());
    }

    private static boolean isAmongColleagues(
            KeptConsultation kept, Map<AccountId, ChatAccount> colleagues, Instant knownBy) {
        var erased = kept.colleagueSince();
        if (erased != null || !AccountId.mayBe(kept.buyer())) {
            return erased != null && !erased.isAfter(knownBy);
        }
        var account = colleagues.get(new AccountId(kept.buyer().value()));
        return account != null
                && account.shop().equals(kept.shop())
                && !account.firstSeenAt().isAfter(knownBy);
    }

    private static Instant later(Instant left, Instant right) {
        return left.isAfter(right) ? left : right;
    }
}
