package io.hourglass.replay.log;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.text.SpreadsheetText;
import io.hourglass.kernel.time.IsoInstant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The format of a log: CSV, one record a line, its fields in the order of the header. */
public final class LineFormat {

    private static final CsvReader.CsvReaderBuilder CSV =
            CsvReader.builder().allowUnclosedQuote(false).skipEmptyLines(false);

    private final String header;
    private final List<String> names;

    /** @param header the names of the fields with commas between them */
    public LineFormat(String header) {
        this(header, List.of(header.split(",", -1)));
    }

    private LineFormat(String header, List<String> names) {
        this.header = header;
        this.names = names;
    }

    /**
     * That of a file by its first line, a byte order mark before it or not.
     *
     * @throws InvalidInput if it is no record of CSV
     */
    public static LineFormat of(byte[] first) {
        var text = SpreadsheetText.withoutMark(new String(first, StandardCharsets.UTF_8));
        return new LineFormat(
                text,
                record(text)
                        .orElseThrow(() -> new InvalidInput("header", text, "one record of CSV, its quotes balanced")));
    }

    public List<String> names() {
        return names;
    }

    public String header() {
        return header;
    }

    /** Whether it is the header, a byte order mark before it or not. */
    boolean isHeader(byte[] bytes) {
        return record(SpreadsheetText.withoutMark(new String(bytes, StandardCharsets.UTF_8)))
                .filter(names::equals)
                .isPresent();
    }

    /** Whether a quoted field of it is not at its end; only a line with a quote has one. */
    static boolean isCutOff(String latin) {
        return latin.indexOf('"') >= 0 && record(latin).isEmpty();
    }

    boolean isRecord(String latin) {
        return record(latin).filter(fields -> fields.size() == names.size()).isPresent();
    }

    /** Empty if its quotes are not balanced, or more than one stands there: a carriage return alone ends one too. */
    private static Optional<List<String>> record(String text) {
        try (var records = CSV.ofCsvRecord(text).iterator()) {
            var fields = records.hasNext() ? records.next().getFields() : null;
            return records.hasNext() ? Optional.empty() : Optional.ofNullable(fields);
        } catch (CsvParseException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param line its bytes, without its end
     * @return each field, its bytes as characters of ISO 8859-1
     * @throws InvalidInput if it is no record of that many fields
     */
    public List<String> fields(byte[] line) {
        var text = new String(line, StandardCharsets.ISO_8859_1);
        var fields = record(text)
                .orElseThrow(() -> new InvalidInput("line", lenient(text), "one record of CSV, its quotes balanced"));
        if (fields.size() != names.size()) {
            throw new InvalidInput("number of fields", fields.size(), names.size() + ": " + header);
        }
        return fields;
    }

    /**
     * The text of a field.
     *
     * @throws InvalidInput if it is no UTF-8
     */
    public String strict(List<String> fields, int at) {
        var field = fields.get(at);
        if (!isUtf8(field)) {
            throw new InvalidInput(names.get(at), lenient(field), "UTF-8");
        }
        return lenient(field);
    }

    public static boolean isUtf8(String field) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(field.getBytes(StandardCharsets.ISO_8859_1)));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The same, with U+FFFD in the place of what is no UTF-8. */
    public static String lenient(String field) {
        return new String(field.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** @throws InvalidInput if it is no instant in UTC */
    public static Instant instant(String value) {
        try {
            return IsoInstant.parse(value).truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw new InvalidInput(
                    "at", value, "an instant in UTC such as 2016-02-29T01:16:00Z, in the years 1970 to 9999");
        }
    }
}
