package io.hourglass.imports.taking;

import io.hourglass.chat.intake.RecordChat;
import io.hourglass.evidence.FactIntake;
import io.hourglass.evidence.SentId;
import io.hourglass.evidence.SentId.Source;
import io.hourglass.imports.files.Counts;
import io.hourglass.imports.files.Parking;
import io.hourglass.imports.lines.FactLine;
import io.hourglass.imports.lines.FactLine.Chatted;
import io.hourglass.imports.lines.FactLine.Happened;
import io.hourglass.imports.lines.FactLine.Received;
import io.hourglass.imports.lines.FactLine.Unreadable;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.intake.SubmitInquiry;
import io.hourglass.kernel.ids.FactId;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Takes one line as if it had come alone. A fact whose inquiry is not known waits for it. */
@Component
public class TakeLine {

    private final SubmitInquiry submit;
    private final RecordFact record;
    private final RecordChat chat;
    private final Inquiries inquiries;
    private final FactIntake intake;
    private final Parking parking;
    private final Clock clock;

    TakeLine(
            SubmitInquiry submit,
            RecordFact record,
            RecordChat chat,
            Inquiries inquiries,
            FactIntake intake,
            Parking parking,
            Clock clock) {
        this.submit = submit;
        this.record = record;
        this.chat = chat;
        this.inquiries = inquiries;
        this.intake = intake;
        this.parking = parking;
        this.clock = clock;
    }

    /** What became of it. It throws what the use cases throw. */
    public Counts take(FactLine line) {
        if (line instanceof Unreadable unreadable) {
            throw new RejectedLine(unreadable.why());
        }
        if (line instanceof Received received) {
            var receipt = submit.submit(received.report());
            return counted(receipt.isNew(), false, receipt.fact().late());
        }
        if (line instanceof Happened happened) {
            return take(happened.report());
        }
        var recorded = chat.record(((Chatted) line).report());
        return counted(recorded.isNew(), false, recorded.fact().late());
    }

    private Counts take(FactReport fact) {
        if (inquiries.lock(fact.inquiry()).isEmpty()) {
            check(fact);
            var isNew = parking.park(fact, clock.instant());
            return isNew ? Counts.NONE.withWaiting(1) : Counts.NONE.withRepeated(1);
        }
        var recorded = record.record(fact);
        return counted(
                recorded.isNew(), recorded.refusal() != null, recorded.fact().late());
    }

    /** What could not be recorded once its inquiry is known does not wait for it. */
    private void check(FactReport fact) {
        intake.known(new SentId(Source.MARKETPLACE, fact.id().value(), FactId.MAX_LENGTH), fact.content());
        intake.occurredAt(fact.occurredAt());
    }

    private static Counts counted(boolean isNew, boolean isRefused, boolean isLate) {
        return isNew
                ? Counts.NONE.withTaken(1).withRefused(isRefused ? 1 : 0).withLate(isLate ? 1 : 0)
                : Counts.NONE.withRepeated(1);
    }
}
