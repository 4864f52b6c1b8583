package io.hourglass.replay;

import io.hourglass.replay.log.BadLine;
import io.hourglass.replay.log.DaysOfLog;
import io.hourglass.replay.log.DaysOfLog.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.function.Consumer;

/** The event log of a marketplace's inquiries. */
public final class EventLog {

    private static final Reading<LogEvent> READING = new Reading<>(LogFormat.LINES, LogFormat::parse, LogEvent.BY_TIME);

    private EventLog() {}

    /**
     * @param zone in which days are counted
     * @throws IOException if the file cannot be read or does not begin with the header
     */
    public static DaysOfLog<LogEvent> open(Path file, ZoneId zone, Consumer<BadLine> badLines) throws IOException {
        return DaysOfLog.open(file, READING, zone, badLines);
    }

    /** See {@link DaysOfLog#countLines}. */
    static long countLines(Path file) throws IOException {
        return DaysOfLog.countLines(file, LogFormat.LINES);
    }
}
