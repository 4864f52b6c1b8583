package io.hourglass.chat.intake;

import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.consultations.CasesOfBuyers;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.chat.consultations.KeptConsultation;
import io.hourglass.chat.consultations.MarkedBuyer;
import io.hourglass.chat.consultations.MarkedBuyers;
import io.hourglass.chat.policy.ChatPolicies;
import io.hourglass.kernel.InvalidInput;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which case a fact of chat is of. The case is held from there on. */
@Component
class CasesOfChats {

    private final AccountsOfShops accounts;
    private final CasesOfBuyers ids;
    private final Consultations consultations;
    private final MarkedBuyers marked;
    private final ChatPolicies policies;
    private final Clock clock;

    CasesOfChats(
            AccountsOfShops accounts,
            CasesOfBuyers ids,
            Consultations consultations,
            MarkedBuyers marked,
            ChatPolicies policies,
            Clock clock) {
        this.accounts = accounts;
        this.ids = ids;
        this.consultations = consultations;
        this.marked = marked;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * The consultation of the day on which it occurred; one that there is not yet is to be kept. What refuses does so before the
     * account is put on the list.
     *
     * @throws InvalidInput if the account is not known, or another shop's, or received the buyer from itself
     */
    KeptConsultation ofMessage(ChatReport report, Instant occurredAt) {
        var named = report.consultation();
        return named == null
                ? heldBy(report, occurredAt)
                : consultations.lock(named).orElseThrow(() -> new IllegalStateException("no consultation " + named));
    }

    private KeptConsultation heldBy(ChatReport report, Instant occurredAt) {
        var buyer = Objects.requireNonNull(report.buyer());
        var named = Objects.requireNonNull(report.account());
        ids.check(buyer);
        var from = report.from();
        if (from != null && accounts.standingFor(from, occurredAt).equals(accounts.standingFor(named, occurredAt))) {
            throw new InvalidInput("from", from, "another account than the one that received the buyer");
        }
        var account = accounts.named(named, report.shop(), occurredAt, clock.instant());
        var day = policies.calendar().dayOf(occurredAt);
        var id = ids.consultation(buyer, account.id(), day);
        return consultations.lock(id).orElseGet(() -> KeptConsultation.builder()
                .id(id)
                .account(account.id())
                .shop(account.shop())
                .buyer(buyer)
                .day(day)
                .policyVersion(policies.calendar().day(day).policy().version())
                .build());
    }

    /** Keeps it as it is now. */
    void keep(KeptConsultation now) {
        var before = consultations.lock(now.id());
        if (before.isEmpty()) {
            consultations.add(now);
        } else if (!before.get().equals(now)) {
            consultations.opened(now);
        }
    }

    MarkedBuyer ofMark(ChatReport report) {
        var buyer = Objects.requireNonNull(report.buyer());
        ids.check(buyer);
        var of = new MarkedBuyer(ids.marks(buyer, report.shop()), buyer, report.shop());
        marked.add(of);
        return of;
    }

    /** Of a consultation; empty for a case of marks. */
    Optional<LocalDate> dayOf(ConsultationId id) {
        return consultations.lock(id).map(KeptConsultation::day);
    }
}
