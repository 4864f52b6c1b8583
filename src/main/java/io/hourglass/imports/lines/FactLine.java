package io.hourglass.imports.lines;

import io.hourglass.chat.intake.ChatReport;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.Submission;
import io.hourglass.replay.log.LogRecords.Line;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a line says. */
public sealed interface FactLine {

    /** In the place of one for what comes in no file. */
    Line NO_LINE = new Line(1, "", false);

    /** As it stands in the file. */
    Line line();

    /** When the fact was learned of; null for now, and for one that is against the format. */
    @Nullable
    Instant recordedAt();

    /** What is reported to the track's use case; nothing for one that is against the format. */
    Stream<?> reported();

    /** One that comes in no file. */
    static FactLine of(ChatReport message) {
        return new Chatted(NO_LINE, null, message);
    }

    /** An inquiry was received. */
    record Received(Line line, @Nullable Instant recordedAt, Submission report) implements FactLine {

        @Override
        public Stream<?> reported() {
            return Stream.of(report);
        }
    }

    /** Something happened to one. */
    record Happened(Line line, @Nullable Instant recordedAt, FactReport report) implements FactLine {

        @Override
        public Stream<?> reported() {
            return Stream.of(report);
        }
    }

    /** A message of a chat. */
    record Chatted(Line line, @Nullable Instant recordedAt, ChatReport report) implements FactLine {

        @Override
        public Stream<?> reported() {
            return Stream.of(report);
        }
    }

    /** It is against the format. */
    record Unreadable(Line line, String why) implements FactLine {

        @Override
        public @Nullable Instant recordedAt() {
            return null;
        }

        @Override
        public Stream<?> reported() {
            return Stream.empty();
        }
    }
}
