package io.hourglass.imports.work;

import io.hourglass.chat.intake.ChatReport;
import io.hourglass.chat.policy.ChatPolicies;
import io.hourglass.evidence.FactIntake;
import io.hourglass.evidence.SentId;
import io.hourglass.evidence.SentId.Source;
import io.hourglass.imports.files.NotedLine.Kind;
import io.hourglass.imports.lines.FactLine;
import io.hourglass.imports.lines.FactLine.Chatted;
import io.hourglass.imports.lines.FactLine.Happened;
import io.hourglass.imports.lines.FactLine.Received;
import io.hourglass.imports.lines.FactLine.Unreadable;
import io.hourglass.imports.taking.RejectedLine;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.Submission;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.ids.FactId;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what would become of a line now. Which facts a rule would refuse is said by the judge alone, once it has them. */
@Component
class RehearseLine {

    private final FactIntake intake;
    private final Inquiries inquiries;
    private final Policies policies;
    private final ChatPolicies chats;
    private final Clock clock;

    RehearseLine(FactIntake intake, Inquiries inquiries, Policies policies, ChatPolicies chats, Clock clock) {
        this.intake = intake;
        this.inquiries = inquiries;
        this.policies = policies;
        this.chats = chats;
        this.clock = clock;
    }

    /**
     * What would be.
     *
     * @param note null if there is nothing to say of it
     * @param reason likewise
     */
    record Foretold(boolean isNew, @Nullable Kind note, String reason) {

        private static final Foretold TAKEN = new Foretold(true, null, "");
        private static final Foretold REPEATED = new Foretold(false, null, "");

        private static Foretold late(Instant closed) {
            return new Foretold(true, Kind.LATE, "the books of its day closed at " + closed);
        }
    }

    /** It throws what the use cases would throw. */
    Foretold look(FactLine line, SeenInquiries seen) {
        if (line instanceof Unreadable unreadable) {
            throw new RejectedLine(unreadable.why());
        }
        if (line instanceof Received received) {
            return look(received.report(), seen);
        }
        return line instanceof Happened happened ? look(happened.report(), seen) : look(((Chatted) line).report());
    }

    private Foretold look(Submission submission, SeenInquiries seen) {
        if (isKnown(submission.factId(), ExternalId.MAX_LENGTH, submission.content())) {
            return Foretold.REPEATED;
        }
        var receivedAt = intake.occurredAt(submission.receivedAt());
        seen.add(submission.id(), receivedAt);
        return closed(policies.inForceAt(receivedAt).clocksFor(receivedAt).booksClose(), receivedAt);
    }

    private Foretold look(FactReport fact, SeenInquiries seen) {
        if (isKnown(fact.id(), FactId.MAX_LENGTH, fact.content())) {
            return Foretold.REPEATED;
        }
        var occurredAt = intake.occurredAt(fact.occurredAt());
        var receivedAt = inquiries
                .find(fact.inquiry())
                .map(Inquiry::receivedAt)
                .orElseGet(() -> seen.receivedAt(fact.inquiry()));
        return receivedAt == null
                ? new Foretold(true, Kind.WAITING, "inquiry " + fact.inquiry() + " is not known")
                : closed(policies.inForceAt(receivedAt).clocksFor(receivedAt).booksClose(), occurredAt);
    }

    private Foretold look(ChatReport message) {
        if (isKnown(message.id(), FactId.MAX_LENGTH, message.content())) {
            return Foretold.REPEATED;
        }
        var occurredAt = intake.occurredAt(Objects.requireNonNull(message.occurredAt()));
        var calendar = chats.calendar();
        return closed(calendar.day(calendar.dayOf(occurredAt)).booksClose(), occurredAt);
    }

    private boolean isKnown(FactId id, int maxLength, @Nullable Object[] content) {
        return intake.known(new SentId(Source.MARKETPLACE, id.value(), maxLength), content)
                .isPresent();
    }

    private Foretold closed(Instant booksClose, Instant occurredAt) {
        return clock.instant().isAfter(booksClose) || !occurredAt.isBefore(booksClose)
                ? Foretold.late(booksClose)
                : Foretold.TAKEN;
    }
}
