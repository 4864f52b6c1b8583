package io.hourglass.replay;

import io.hourglass.engine.DueTimers;
import io.hourglass.evidence.FactConflict;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.intake.SubmitInquiry;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.replay.coverage.CoverageLog;
import io.hourglass.replay.coverage.ReplayCoverage;
import io.hourglass.replay.log.BadLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Drives events through the real use cases and the real engine: simulated time goes from one to the next. */
@Component
class Replay {

    private final SubmitInquiry submit;
    private final RecordFact record;
    private final DueTimers timers;
    private final ReplayCoverage coverage;

    Replay(SubmitInquiry submit, RecordFact record, DueTimers timers, ReplayCoverage coverage) {
        this.submit = submit;
        this.record = record;
        this.timers = timers;
        this.coverage = coverage;
    }

    Run start(Consumer<BadLine> badLines) {
        return start(badLines, CoverageLog.empty());
    }

    /** @param seen of suppliers' mailboxes meanwhile */
    Run start(Consumer<BadLine> badLines, CoverageLog seen) {
        return new Run(badLines, seen);
    }

    /** One pass through a log. */
    final class Run {

        private final Consumer<BadLine> badLines;
        private final List<LogEvent> parked = new ArrayList<>();
        private final ReplayCounts counts = new ReplayCounts();

        private final ReplayCoverage.Run seen;

        private Run(Consumer<BadLine> badLines, CoverageLog seen) {
            this.badLines = badLines;
            this.seen = coverage.start(seen, timers::advanceUpTo);
        }

        /** Takes a day's events in; facts without their inquiry wait, and are tried again at the day's end. */
        void day(List<LogEvent> events, Runnable afterEach) {
            for (var event : events) {
                seen.upTo(event.at());
                timers.advanceUpTo(event.at());
                tryOut(event);
                afterEach.run();
            }
            var waiting = List.copyOf(parked);
            parked.clear();
            waiting.forEach(this::tryOut);
        }

        /** Lets time pass, everything that falls due at that very instant included. */
        void passTo(Instant instant) {
            seen.upTo(instant);
            timers.advanceTo(instant);
        }

        /** Gives up on the facts whose inquiry never came. */
        ReplayCounts finish() {
            parked.forEach(event -> reject(event, "the log has no inquiry with the id " + event.inquiry()));
            return counts;
        }

        private void tryOut(LogEvent event) {
            try {
                take(event);
            } catch (NotFound e) {
                parked.add(event);
            } catch (InvalidInput | FactConflict e) {
                reject(event, String.valueOf(e.getMessage()));
            }
        }

        private void take(LogEvent event) {
            if (event.kind() == InquiryFactKind.RECEIVED) {
                counts.taken(submit.submit(event.asSubmission()), event);
            } else {
                counts.taken(record.record(event.asFact()), event);
            }
        }

        private void reject(LogEvent event, String reason) {
            badLines.accept(
                    new BadLine(event.line(), reason, event.kind() + " " + event.inquiry() + " at " + event.at()));
        }
    }
}
