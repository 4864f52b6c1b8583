package io.hourglass.imports.lines;

import io.hourglass.imports.files.Manner;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.text.SpreadsheetText;
import io.hourglass.replay.log.LineFormat;
import io.hourglass.replay.log.LogRecords;
import io.hourglass.replay.log.LogRecords.Line;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, plain or gzipped, from first to last. By its first line it is known what it is: an object of JSON, or the names
 * of a table's fields. Lines that were put before rejected ones, to say why, are passed over.
 */
public final class FileLines implements Closeable {

    private static final Pattern REMARK = Pattern.compile("#! line \\d+: .*", Pattern.DOTALL);

    /** One after the other: more than a file of rejected lines can have, of which all lines were taken out. */
    private static final int MOST_REMARKS = 200_000;

    private final LogRecords records;
    private final FormOfLines form;
    private final BiFunction<Line, Fields, FactLine> meaning;
    private final @Nullable String header;
    private @Nullable Line ahead;

    private FileLines(
            LogRecords records, FormOfLines form, boolean history, @Nullable String header, @Nullable Line ahead) {
        this.records = records;
        this.form = form;
        this.meaning = history ? FactLines::ofHistory : FactLines::of;
        this.header = header;
        this.ahead = ahead;
    }

    /**
     * @throws IOException if it cannot be read
     * @throws InvalidInput if its first line is neither
     */
    public static FileLines of(InputStream file, Manner manner) throws IOException {
        var history = manner == Manner.HISTORY;
        var records = LogRecords.of(file);
        var first = behindRemarks(withoutMark(records.next()), records);
        if (first == null) {
            throw new InvalidInput("file", "", "not empty");
        }
        first.check();
        if (first.latin().stripLeading().startsWith("{")) {
            return new FileLines(records, new JsonLines(history), history, null, first);
        }
        var format = LineFormat.of(first.bytes());
        return new FileLines(
                records.readAs(format, FileLines::isRemark),
                new TableLines(format, history),
                history,
                format.header(),
                null);
    }

    /** The first line of a table; null for lines of JSON. */
    public @Nullable String header() {
        return header;
    }

    /** Goes past so many lines. */
    public void skip(long lines) throws IOException {
        for (var left = lines; left > 0 && next() != null; left--) {}
    }

    /** Up to so many of the next lines, in their order; empty behind the last. */
    public List<FactLine> next(int most) throws IOException {
        var read = new ArrayList<FactLine>();
        while (read.size() < most) {
            var line = next();
            if (line == null) {
                break;
            }
            read.add(FactLines.read(line, form, meaning));
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private @Nullable Line next() throws IOException {
        var line = ahead == null ? behindRemarks(records.next(), records) : ahead;
        ahead = null;
        return line;
    }

    private static @Nullable Line behindRemarks(@Nullable Line first, LogRecords records) throws IOException {
        var line = first;
        for (var passed = 0; line != null && isRemark(line); passed++) {
            if (passed == MOST_REMARKS) {
                throw new IOException("more than " + MOST_REMARKS + " remarks stand before line " + line.number());
            }
            line = records.next();
        }
        return line;
    }

    private static boolean isRemark(Line line) {
        return REMARK.matcher(line.latin()).matches();
    }

    private static @Nullable Line withoutMark(@Nullable Line first) {
        if (first == null) {
            return null;
        }
        var text = LineFormat.lenient(first.latin());
        return text.startsWith(SpreadsheetText.BYTE_ORDER_MARK)
                ? new Line(first.number(), first.latin().substring(3), first.isTooLong())
                : first;
    }
}
