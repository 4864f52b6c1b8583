package io.hourglass.chat.books;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import io.hourglass.audit.CaseDays;
import io.hourglass.audit.entries.LedgerEntry;
import io.hourglass.audit.entries.LedgerSource;
import io.hourglass.audit.seals.SealedDay;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.consultations.ChatEntries;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.chat.consultations.KeptConsultation;
import io.hourglass.chat.policy.ChatPolicies;
import io.hourglass.evidence.Facts;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.Track;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Tells the ledger of a day's consultations: the policy version that judges them, then each consultation that the books know, with
 * its facts recorded by the close. What is known of buyers' accounts are records of their own.
 */
@Component
class ChatInLedger implements LedgerSource, CaseDays {

    private static final Comparator<KeptConsultation> BY_OPENING = comparing(
                    (KeptConsultation kept) -> requireNonNull(kept.openedAt()))
            .thenComparing(KeptConsultation::id);

    private final Consultations consultations;
    private final Facts facts;
    private final ChatPolicies policies;

    ChatInLedger(Consultations consultations, Facts facts, ChatPolicies policies) {
        this.consultations = consultations;
        this.facts = facts;
        this.policies = policies;
    }

    @Override
    public Track track() {
        return ConsultationId.CHAT;
    }

    @Override
    public Part part() {
        return Part.CASES;
    }

    @Override
    public Optional<LocalDate> dayOf(CaseId id) {
        return consultations
                .find(ConsultationId.of(id))
                .filter(KeptConsultation::isOpened)
                .map(KeptConsultation::day);
    }

    @Override
    public void tell(SealedDay day, Consumer<LedgerEntry> ledger) {
        if (!day.track().equals(track())) {
            return;
        }
        ledger.accept(ChatEntries.of(policies.calendar().day(day.day()).policy()));
        consultations
                .openedInParts(day.day())
                .map(part -> part.stream()
                        .filter(kept -> kept.isOpenedBy(day.booksClose()))
                        .sorted(BY_OPENING)
                        .toList())
                .forEach(part -> tell(day, part, ledger));
    }

    private void tell(SealedDay day, List<KeptConsultation> some, Consumer<LedgerEntry> ledger) {
        var known = facts.storedOf(some.stream().map(KeptConsultation::id).toList());
        for (var kept : some) {
            ledger.accept(ChatEntries.of(kept));
            known.getOrDefault(kept.id(), List.of()).stream()
                    .filter(stored -> !stored.fact().recordedAt().isAfter(day.booksClose()))
                    .forEach(stored -> ledger.accept(ChatEntries.of(stored)));
        }
    }
}
