package io.hourglass.replay.log;

import io.hourglass.kernel.InvalidInput;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file, plain or gzipped, as RFC 4180 has them: a quoted field may go on over several lines, and blank lines
 * at the end are none. A quote that is never closed spoils its own line alone. Of a line that is too long only the beginning is held.
 */
public final class LogRecords implements Closeable {

    /** In bytes. */
    public static final int LONGEST_LINE = 262_144;

    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int LONGEST = 8_192;
    private static final int MOST_BLANKS = 10_000;
    private static final long NO_TEXT = 64L * 1024 * 1024;

    private final InputStream in;
    private @Nullable LineFormat format;
    private Predicate<Line> alone = line -> false;
    private final Deque<Line> waiting = new ArrayDeque<>();
    private long read;

    private LogRecords(InputStream in) {
        this.in = in;
    }

    /**
     * A record, or a line that is none.
     *
     * @param number of its first line, from 1
     * @param latin its bytes as characters of ISO 8859-1, without the end of its last line
     * @param isTooLong whether that is its beginning alone
     */
    public record Line(long number, String latin, boolean isTooLong) {

        public byte[] bytes() {
            return latin.getBytes(StandardCharsets.ISO_8859_1);
        }

        /** @throws InvalidInput if it is too long */
        public void check() {
            if (isTooLong) {
                throw new InvalidInput("line", "one that is longer", "at most " + LONGEST_LINE + " bytes");
            }
        }

        private boolean isBlank() {
            return latin.isEmpty();
        }
    }

    static LogRecords open(Path file, LineFormat format) throws IOException {
        return of(Files.newInputStream(file)).readAs(format);
    }

    /** A record for each line, as long as {@link #readAs} does not say otherwise. */
    public static LogRecords of(InputStream file) throws IOException {
        return new LogRecords(content(file));
    }

    /** From here on they are records of that format. */
    public LogRecords readAs(LineFormat other) {
        return readAs(other, line -> false);
    }

    /**
     * From here on they are records of that format.
     *
     * @param other lines of which each stands for itself, whatever quotes it has
     */
    public LogRecords readAs(LineFormat records, Predicate<Line> other) {
        format = records;
        alone = other;
        return this;
    }

    /** Null at the end. */
    public @Nullable Line next() throws IOException {
        var first = line();
        if (first == null) {
            return null;
        }
        if (first.isBlank()) {
            return waiting.isEmpty() ? behindBlanks(first) : first;
        }
        return format != null && LineFormat.isCutOff(first.latin()) && !alone.test(first)
                ? joined(first, format)
                : first;
    }

    /** How many lines have been read. */
    long linesRead() {
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private @Nullable Line behindBlanks(Line first) throws IOException {
        var blanks = new ArrayList<Line>();
        Line line = first;
        while (line != null && line.isBlank()) {
            blanks.add(line);
            if (blanks.size() > MOST_BLANKS) {
                throw new IOException("more than " + MOST_BLANKS + " blank lines follow line " + first.number());
            }
            line = line();
        }
        if (line == null) {
            return null;
        }
        waiting.addAll(blanks.subList(1, blanks.size()));
        waiting.add(line);
        return first;
    }

    private Line joined(Line first, LineFormat as) throws IOException {
        var tried = new ArrayList<Line>();
        var record = new OpenRecord(as.names().size());
        var isOpen = record.add(first.latin());
        var all = new StringBuilder(first.latin());
        while (isOpen && all.length() <= LONGEST) {
            var next = line();
            if (next == null) {
                break;
            }
            tried.add(next);
            if (alone.test(next)) {
                break;
            }
            all.append('\n').append(next.latin());
            isOpen = record.add('\n' + next.latin());
        }
        return joined(first, tried, all.toString(), as);
    }

    private Line joined(Line first, List<Line> others, String all, LineFormat as) {
        if (as.isRecord(all)) {
            var isTooLong = first.isTooLong() || others.stream().anyMatch(Line::isTooLong);
            return new Line(first.number(), all, isTooLong);
        }
        putBack(others);
        return first;
    }

    private void putBack(List<Line> lines) {
        for (var at = lines.size() - 1; at >= 0; at--) {
            waiting.addFirst(lines.get(at));
        }
    }

    private @Nullable Line line() throws IOException {
        return waiting.isEmpty() ? readLine() : waiting.remove();
    }

    private @Nullable Line readLine() throws IOException {
        var next = in.read();
        if (next < 0) {
            return null;
        }
        read++;
        var bytes = new ByteArrayOutputStream();
        var length = 0L;
        for (; next >= 0 && next != '\n'; next = in.read()) {
            if (length++ < LONGEST_LINE) {
                bytes.write(next);
            } else if (length > NO_TEXT) {
                throw new IOException("line " + read + " has no end: this is no text");
            }
        }
        var line = bytes.toString(StandardCharsets.ISO_8859_1);
        return new Line(read, line.endsWith("\r") ? line.substring(0, line.length() - 1) : line, length > LONGEST_LINE);
    }

    /** Unpacked if it is gzipped. */
    static InputStream content(InputStream file) throws IOException {
        var raw = new BufferedInputStream(file);
        raw.mark(2);
        var magic = raw.read() << 8 | raw.read();
        raw.reset();
        return magic == GZIP_MAGIC ? new BufferedInputStream(GzipMembers.of(raw)) : raw;
    }
}
