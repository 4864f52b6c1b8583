package io.hourglass.chat.intake;

import io.hourglass.audit.entries.LedgerRecords;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.consultations.ChatEntries;
import io.hourglass.chat.consultations.KeptConsultation;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.chat.policy.ChatDay;
import io.hourglass.chat.policy.ChatPolicies;
import io.hourglass.evidence.FactIntake;
import io.hourglass.evidence.Facts;
import io.hourglass.evidence.StoredFact;
import io.hourglass.evidence.details.ContentHash;
import io.hourglass.evidence.details.Fitted;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.books.Books;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what is reported of a chat, once it can have happened, with the case that it is of. */
@Component
class KeepChat {

    private final FactIntake intake;
    private final Facts facts;
    private final Books books;
    private final ChatPolicies policies;
    private final CasesOfChats places;
    private final LedgerRecords ledger;
    private final Clock clock;

    KeepChat(
            FactIntake intake,
            Facts facts,
            Books books,
            ChatPolicies policies,
            CasesOfChats places,
            LedgerRecords ledger,
            Clock clock) {
        this.intake = intake;
        this.facts = facts;
        this.books = books;
        this.policies = policies;
        this.places = places;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @throws NotFound if there is no such fact for a correction to speak about
     * @throws InvalidInput if it cannot have happened, or is dated in the future
     */
    StoredFact keep(ChatReport report) {
        var fitted = report.fitted();
        var occurredAt = intake.occurredAt(report.occurredAt());
        var about = report.about();
        if (about != null) {
            return keep(fitted, occurredAt, caseOf(report, about));
        }
        if (report.kind().isMark()) {
            return keep(fitted, occurredAt, places.ofMark(report).id());
        }
        return keepMessage(fitted, occurredAt);
    }

    private StoredFact keepMessage(Fitted<ChatReport> fitted, Instant occurredAt) {
        var report = fitted.kept();
        var held = places.ofMessage(report, occurredAt);
        var day = policies.calendar().day(held.day());
        var opens = report.kind().opensConsultation();
        var recordedAt = opens
                ? books.admit(held.trackDay(), day.booksClose())
                : books.learnedNow(held.trackDay(), day.booksClose());
        places.keep(opens ? opened(held, day, occurredAt, recordedAt) : held);
        return take(fitted, occurredAt, recordedAt, held.id(), recordedAt.isAfter(day.booksClose()));
    }

    /** What the books do not know opens it earlier only if they know of nothing. */
    private static KeptConsultation opened(KeptConsultation held, ChatDay day, Instant occurredAt, Instant recordedAt) {
        var before = held.openedAt();
        if (before == null) {
            return held.withOpenedAt(occurredAt).withRecordedAt(recordedAt);
        }
        return occurredAt.isBefore(before) && !recordedAt.isAfter(day.booksClose())
                ? held.withOpenedAt(occurredAt)
                : held;
    }

    /** Of a correction the case of what it corrects. */
    private ConsultationId caseOf(ChatReport report, FactId about) {
        var corrected = facts.find(about)
                .filter(stored -> stored.fact().caseId().track().equals(ConsultationId.CHAT))
                .orElseThrow(() -> new NotFound("fact of chat", about.value()))
                .fact();
        if (!corrected.kind().canBeAmendedBy(report.kind())) {
            throw new InvalidInput(
                    "about", about, "a fact that can be " + report.kind() + ", and a " + corrected.kind() + " cannot");
        }
        return ConsultationId.of(corrected.caseId());
    }

    /** Of what is known already: a correction, or a mark. */
    private StoredFact keep(Fitted<ChatReport> fitted, Instant occurredAt, ConsultationId id) {
        var day = places.dayOf(id).orElseGet(this::nextToClose);
        var close = policies.calendar().day(day).booksClose();
        var recordedAt = books.learnedNow(new TrackDay(ConsultationId.CHAT, day), close);
        var stored = take(fitted, occurredAt, recordedAt, id, recordedAt.isAfter(close));
        return stored;
    }

    /** The first day that ended with its books still open, or else today. */
    private LocalDate nextToClose() {
        var calendar = policies.calendar();
        var now = clock.instant();
        var today = calendar.dayOf(now);
        var yesterday = today.minusDays(1);
        return now.isAfter(calendar.day(yesterday).booksClose()) ? today : yesterday;
    }

    private StoredFact take(
            Fitted<ChatReport> fitted, Instant occurredAt, Instant recordedAt, ConsultationId id, boolean late) {
        var report = fitted.kept();
        var fact = Fact.builder()
                .id(report.id())
                .caseId(id)
                .kind(report.kind())
                .author(report.author())
                .occurredAt(occurredAt)
                .recordedAt(recordedAt)
                .about(report.about())
                .build();
        var stored = new StoredFact(
                fact,
                actor(report),
                report.channel(),
                late,
                ContentHash.of(fitted.sent().content()),
                fitted.inPart());
        intake.take(stored, report.text());
        if (late || places.dayOf(id).isEmpty()) {
            ledger.note(ChatEntries.of(stored));
        }
        return stored;
    }

    private static @Nullable String actor(ChatReport report) {
        var from = report.from();
        var buyer = report.buyer();
        if (from != null) {
            return from.value();
        }
        return report.kind() == ChatFactKind.ASKED && buyer != null ? buyer.value() : report.actor();
    }
}
