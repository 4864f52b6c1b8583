package io.hourglass.replay;

import io.hourglass.kernel.BadInput;
import io.hourglass.sla.NaturalDay;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
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
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * An event log on disk, plain or gzipped, read one natural day at a time: days in order, lines of a day in any order. What
 * lies behind the beginning of the day after, where the clocks go back across midnight, is read with that one.
 */
final class EventLog implements Closeable {

    private static final int GZIP_MAGIC = 0x1f8b;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream in;
    private final ZoneId zone;
    private final Consumer<BadLine> badLines;
    private long line;
    private @Nullable LogEvent ahead;
    private @Nullable LocalDate day;

    private EventLog(InputStream in, ZoneId zone, Consumer<BadLine> badLines) {
        this.in = in;
        this.zone = zone;
        this.badLines = badLines;
    }

    /**
     * @param zone in which days are counted
     * @throws IOException if the file cannot be read or does not begin with the header
     */
    static EventLog open(Path file, ZoneId zone, Consumer<BadLine> badLines) throws IOException {
        var log = new EventLog(content(file), zone, badLines);
        var header = log.nextLine();
        if (header == null
                || !LogFormat.HEADER.equals(new String(header, StandardCharsets.UTF_8).replace(BYTE_ORDER_MARK, ""))) {
            log.close();
            throw new IOException(file + ": the first line must be " + LogFormat.HEADER);
        }
        return log;
    }

    /** Lines of the file without its header; reads it whole, so that a damaged file is found before anything is done. */
    static long countLines(Path file) throws IOException {
        try (var log = new EventLog(content(file), ZoneId.of("UTC"), bad -> {})) {
            while (log.nextLine() != null) {
                log.ahead = null;
            }
            return Math.max(0, log.line - 1);
        }
    }

    /** The events of the next natural day that has any, in the order of {@link LogEvent#BY_TIME}; empty at the end. */
    List<LogEvent> nextDay() throws IOException {
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
    long linesRead() {
        return Math.max(0, line - 1);
    }

    @Override
    public void close() throws IOException {
        in.close();
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
        for (var bytes = nextLine(); bytes != null; bytes = nextLine()) {
            try {
                return LogFormat.parse(line, bytes);
            } catch (BadInput e) {
                var text = new String(bytes, StandardCharsets.UTF_8);
                badLines.accept(new BadLine(line, String.valueOf(e.getMessage()), text));
            }
        }
        return null;
    }

    private byte @Nullable [] nextLine() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var read = in.read();
        if (read < 0) {
            return null;
        }
        line++;
        for (; read >= 0 && read != '\n'; read = in.read()) {
            bytes.write(read);
        }
        var whole = bytes.toByteArray();
        var end = whole.length - 1;
        return end >= 0 && whole[end] == '\r' ? Arrays.copyOf(whole, end) : whole;
    }

    /** Unpacked if it is gzipped. */
    static InputStream content(Path file) throws IOException {
        var raw = new BufferedInputStream(Files.newInputStream(file));
        raw.mark(2);
        var magic = raw.read() << 8 | raw.read();
        raw.reset();
        return magic == GZIP_MAGIC ? new BufferedInputStream(new GZIPInputStream(raw)) : raw;
    }
}
