package io.hourglass.replay.chat;

import io.hourglass.chat.intake.RecordChat;
import io.hourglass.chat.intake.RecordChat.Reports;
import io.hourglass.engine.DueTimers;
import io.hourglass.kernel.lists.Parts;
import io.hourglass.replay.log.BadLine;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Drives messages through the real use cases and the real engine: simulated time goes from one part of a day to the next. */
@Component
class ChatReplay {

    /** Messages that are taken in together, at the instant of the last one. */
    private static final int TOGETHER = 200;

    private final RecordChat record;
    private final DueTimers timers;

    ChatReplay(RecordChat record, DueTimers timers) {
        this.record = record;
        this.timers = timers;
    }

    /** What was taken in, and what was not. */
    static final class Counts {

        private long messages;
        private long repeated;
        private @Nullable Instant last;

        long messages() {
            return messages;
        }

        /** Lines that said again what another line had said. */
        long repeated() {
            return repeated;
        }

        /** Null as long as nothing came. */
        @Nullable
        Instant last() {
            return last;
        }
    }

    void day(List<ChatLine> lines, Counts counts, Consumer<BadLine> badLines) {
        Parts.of(lines, TOGETHER).forEach(part -> take(part, counts, badLines));
    }

    private void take(List<ChatLine> lines, Counts counts, Consumer<BadLine> badLines) {
        var last = lines.get(lines.size() - 1).at();
        timers.advanceUpTo(last);
        var taken = record.recordAll(
                new Reports(lines.stream().map(ChatLine::report).toList()));
        for (var at = 0; at < lines.size(); at++) {
            var recorded = taken.get(at).recorded();
            if (recorded == null) {
                badLines.accept(bad(lines.get(at), taken.get(at).refusal()));
            } else if (recorded.isNew()) {
                counts.messages++;
                counts.last = last;
            } else {
                counts.repeated++;
            }
        }
    }

    private static BadLine bad(ChatLine line, @Nullable RuntimeException refusal) {
        return new BadLine(
                line.line(),
                String.valueOf(refusal == null ? null : refusal.getMessage()),
                line.name() + " at " + line.at());
    }

    /** Lets time pass, everything that falls due at that very instant included. */
    void passTo(Instant instant) {
        timers.advanceTo(instant);
    }
}
