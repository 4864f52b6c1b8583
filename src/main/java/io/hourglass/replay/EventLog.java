package io.hourglass.replay;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.sla.days.NaturalDay;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An event log on disk, plain or gzipped, read one natural day at a time: days in order, lines of a day in any order. What
 * lies behind the beginning of the day after, where the clocks go back across midnight, is read with that one.
 */
public final class EventLog implements Closeable {

    private final LogRecords records;
    private final ZoneId zone;
    private final Consumer<BadLine> badLines;
    private @Nullable LogEvent ahead;
    private @Nullable LocalDate day;

    private EventLog(LogRecords records, ZoneId zone, Consumer<BadLine> badLines) {
        this.records = records;
        this.zone = zone;
        this.badLines = badLines;
    }

    /**
     * @param zone in which days are counted
     * @throws IOException if the file cannot be read or does not begin with the header
     */
    public static EventLog open(Path file, ZoneId zone, Consumer<BadLine> badLines) throws IOException {
        var log = new EventLog(LogRecords.open(file), zone, badLines);
        var header = log.records.next();
        if (header == null || !LogFormat.isHeader(header.bytes())) {
            log.close();
            throw new IOException(file + ": the first line must be " + LogFormat.HEADER);
        }
        return log;
    }

    /** Lines of the file without its header; reads it whole, so that a damaged file is found before anything is done. */
    static long countLines(Path file) throws IOException {
        try (var records = LogRecords.open(file)) {
            while (records.next() != null) {}
            return Math.max(0, records.linesRead() - 1);
        }
    }

    /** The events of the next natural day that has any, in the order of {@link LogEvent#BY_TIME}; empty at the end. */
    public List<LogEvent> nextDay() throws IOException {
        var events = new ArrayList<LogEvent>();
        var event = ahead == null ? nextEvent() : ahead;
        ahead = null;
        while (event != null) {
            var itsDay = dayBegunBy(event.at());
            if (day == null || (itsDay.isAfter(day) && events.isEmpty())) {
                day = itsDay;
            }
            if (itsDay.isAfter(day)) {
                ahead = event;
                break;
            }
            addOrReject(event, itsDay, events);
            event = nextEvent();
        }
        events.sort(LogEvent.BY_TIME);
        return events;
    }

    /** How many lines have been read, the header not counted. */
    /** Of a file, plain or gzipped. */
    public static InputStream content(Path file) throws IOException {
        return LogRecords.content(file);
    }

    long linesRead() {
        return Math.max(0, records.linesRead() - 1);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private LocalDate dayBegunBy(Instant instant) {
        var local = NaturalDay.of(instant, zone);
        var next = local.plusDays(1);
        return instant.isBefore(NaturalDay.start(next, zone)) ? local : next;
    }

    private void addOrReject(LogEvent event, LocalDate itsDay, List<LogEvent> events) {
        if (itsDay.isBefore(day)) {
            var reason = "its day, " + itsDay + ", comes after " + day + ": the days of a log are in order";
            badLines.accept(new BadLine(event.line(), reason, event.inquiry() + " at " + event.at()));
        } else {
            events.add(event);
        }
    }

    private @Nullable LogEvent nextEvent() throws IOException {
        for (var line = records.next(); line != null; line = records.next()) {
            try {
                return LogFormat.parse(line.number(), line.bytes());
            } catch (InvalidInput e) {
                var text = new String(line.bytes(), StandardCharsets.UTF_8);
                badLines.accept(new BadLine(line.number(), String.valueOf(e.getMessage()), text));
            }
        }
        return null;
    }
}
