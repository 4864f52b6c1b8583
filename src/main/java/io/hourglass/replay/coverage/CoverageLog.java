package io.hourglass.replay.coverage;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.replay.coverage.CoverageLine.Event;
import io.hourglass.replay.log.BadLine;
import io.hourglass.replay.log.DaysOfLog;
import io.hourglass.replay.log.LineFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of suppliers' mailboxes, and outages: CSV, {@code event,supplier,at,from,until}. Without from and until an event happened at its
 * instant; READ is known from its beginning on, and names no other.
 */
public final class CoverageLog {

    private static final LineFormat LINES = new LineFormat("event,supplier,at,from,until");
    private static final DaysOfLog.Reading<CoverageLine> READING =
            new DaysOfLog.Reading<>(LINES, CoverageLog::parse, CoverageLine.BY_TIME);

    private final List<CoverageLine> lines;

    private CoverageLog(List<CoverageLine> lines) {
        this.lines = lines;
    }

    /** For a replay without one. */
    public static CoverageLog empty() {
        return new CoverageLog(List.of());
    }

    /** @throws IOException if it cannot be read, or one of its lines is against the format, which the message names */
    public static CoverageLog read(Path file) throws IOException {
        var bad = new ArrayList<BadLine>();
        var lines = new ArrayList<CoverageLine>();
        try (var days = DaysOfLog.open(file, READING, ZoneOffset.UTC, bad::add)) {
            for (var day = days.nextDay(); !day.isEmpty(); day = days.nextDay()) {
                lines.addAll(day);
            }
        }
        if (!bad.isEmpty()) {
            throw new IOException(
                    file + ": line " + bad.get(0).number() + ": " + bad.get(0).reason());
        }
        return new CoverageLog(lines);
    }

    /** In their order. */
    List<CoverageLine> lines() {
        return lines;
    }

    private static CoverageLine parse(long number, byte[] bytes) {
        var sent = LINES.fields(bytes);
        var fields =
                IntStream.range(0, 5).mapToObj(at -> LINES.strict(sent, at)).toList();
        var event = event(fields.get(0));
        var supplier = event == Event.OUTAGE ? null : new SupplierId(fields.get(1));
        if (!event.isSpan()) {
            var at = LineFormat.instant(fields.get(2));
            return new CoverageLine(number, event, supplier, at, at, at);
        }
        var from = instant("from", fields.get(3));
        var until = instant("until", fields.get(4));
        var at = event == Event.READ ? from : LineFormat.instant(fields.get(2));
        check(event, at, from, until);
        return new CoverageLine(number, event, supplier, at, from, until);
    }

    private static void check(Event event, Instant at, Instant from, Instant until) {
        if (until.isBefore(from)) {
            throw new InvalidInput("until", until, "not before from");
        }
        if (event != Event.READ && at.isBefore(until)) {
            throw new InvalidInput("at", at, "not before until");
        }
    }

    private static Instant instant(String field, @Nullable String value) {
        try {
            return LineFormat.instant(String.valueOf(value));
        } catch (InvalidInput e) {
            throw new InvalidInput(field, value, "an instant in UTC such as 2016-02-29T01:16:00Z");
        }
    }

    private static Event event(String value) {
        return Arrays.stream(Event.values())
                .filter(event -> event.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("event", value, "one of " + Arrays.toString(Event.values())));
    }
}
