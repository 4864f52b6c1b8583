package io.hourglass.replay.log;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.sla.days.NaturalDay;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A log on disk, plain or gzipped, read one natural day at a time: days in order, lines of a day in any order. What
 * lies behind the beginning of the day after, where the clocks go back across midnight, is read with that one.
 *
 * @param <E> what a line says
 */
public final class DaysOfLog<E extends LoggedLine> implements Closeable {

    private final LogRecords records;
    private final Reading<E> reading;
    private final ZoneId zone;
    private final Consumer<BadLine> badLines;
    private @Nullable E ahead;
    private @Nullable LocalDate day;

    /**
     * How the lines are read.
     *
     * @param parse of the number of a line and its bytes without its end what it says; it throws {@link InvalidInput}
     * @param order of the lines of a day
     */
    public record Reading<E>(LineFormat format, BiFunction<Long, byte[], E> parse, Comparator<E> order) {}

    private DaysOfLog(LogRecords records, Reading<E> reading, ZoneId zone, Consumer<BadLine> badLines) {
        this.records = records;
        this.reading = reading;
        this.zone = zone;
        this.badLines = badLines;
    }

    /**
     * @param zone in which days are counted
     * @throws IOException if the file cannot be read or does not begin with the header
     */
    public static <E extends LoggedLine> DaysOfLog<E> open(
            Path file, Reading<E> reading, ZoneId zone, Consumer<BadLine> badLines) throws IOException {
        var log = new DaysOfLog<>(LogRecords.open(file, reading.format()), reading, zone, badLines);
        var header = log.records.next();
        if (header == null || !reading.format().isHeader(header.bytes())) {
            log.close();
            throw new IOException(
                    file + ": the first line must be " + reading.format().header());
        }
        return log;
    }

    /** Lines of the file without its header; reads it whole, so that a damaged file is found before anything is done. */
    public static long countLines(Path file, LineFormat format) throws IOException {
        try (var records = LogRecords.open(file, format)) {
            while (records.next() != null) {}
            return Math.max(0, records.linesRead() - 1);
        }
    }

    /** What the next natural day that has any line holds, in its order; empty at the end. */
    public List<E> nextDay() throws IOException {
        var events = new ArrayList<E>();
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
        events.sort(reading.order());
        return events;
    }

    /** Of a file, plain or gzipped. */
    public static InputStream content(Path file) throws IOException {
        return LogRecords.content(Files.newInputStream(file));
    }

    /** How many lines have been read, the header not counted. */
    public long linesRead() {
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

    private void addOrReject(E event, LocalDate itsDay, List<E> events) {
        if (itsDay.isBefore(day)) {
            var reason = "its day, " + itsDay + ", comes after " + day + ": the days of a log are in order";
            badLines.accept(new BadLine(event.line(), reason, event.name() + " at " + event.at()));
        } else {
            events.add(event);
        }
    }

    private @Nullable E nextEvent() throws IOException {
        for (var line = records.next(); line != null; line = records.next()) {
            try {
                line.check();
                return reading.parse().apply(line.number(), line.bytes());
            } catch (InvalidInput e) {
                var text = new String(line.bytes(), StandardCharsets.UTF_8);
                badLines.accept(new BadLine(line.number(), String.valueOf(e.getMessage()), text));
            }
        }
        return null;
    }
}
