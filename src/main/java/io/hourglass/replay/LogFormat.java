package io.hourglass.replay;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.hourglass.evidence.details.Detail;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.text.SpreadsheetText;
import io.hourglass.kernel.time.IsoInstant;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The format of an event log: CSV, one event a line, its fields in the order of the header. */
final class LogFormat {

    static final String HEADER = "event,inquiry,buyer,supplier,at,author,category";

    private static final CsvReader.CsvReaderBuilder CSV =
            CsvReader.builder().allowUnclosedQuote(false).skipEmptyLines(false);
    private static final String[] NAMES = HEADER.split(",", -1);
    private static final int FIELDS = NAMES.length;
    private static final Set<InquiryFactKind> EVENTS = EnumSet.of(
            InquiryFactKind.RECEIVED, InquiryFactKind.REPLIED, InquiryFactKind.REJECTED, InquiryFactKind.SPAM_REPORTED);

    private LogFormat() {}

    /**
     * The category is a detail: what of it is no UTF-8 is replaced by U+FFFD, and the event says so.
     *
     * @param bytes without the line's end
     * @throws InvalidInput if the line is against the format
     */
    static LogEvent parse(long line, byte[] bytes) {
        var sent = fields(new String(bytes, StandardCharsets.ISO_8859_1));
        var category = lenient(sent.get(FIELDS - 1));
        var inPart = isUtf8(sent.get(FIELDS - 1)) ? Set.<Detail>of() : Set.of(Detail.CATEGORY);
        var fields = IntStream.range(0, FIELDS - 1)
                .mapToObj(at -> strict(NAMES[at], sent.get(at)))
                .toList();
        var kind = kind(fields.get(0));
        return LogEvent.builder()
                .line(line)
                .kind(kind)
                .inquiry(new InquiryId(fields.get(1)))
                .buyer(new BuyerId(fields.get(2)))
                .supplier(new SupplierId(fields.get(3)))
                .at(instant(fields.get(4)))
                .author(author(kind, fields.get(5)))
                .category(category.isEmpty() ? null : category)
                .inPart(inPart)
                .build();
    }

    /** Whether it is the header, a byte order mark before it or not. */
    static boolean isHeader(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        return record(text.startsWith(SpreadsheetText.BYTE_ORDER_MARK) ? text.substring(1) : text)
                .filter(List.of(NAMES)::equals)
                .isPresent();
    }

    /** Whether a quoted field of it is not at its end; only a line with a quote has one. */
    static boolean isCutOff(String latin) {
        return latin.indexOf('"') >= 0 && record(latin).isEmpty();
    }

    static boolean isRecord(String latin) {
        return record(latin).filter(fields -> fields.size() == FIELDS).isPresent();
    }

    /** Empty if its quotes are not balanced. */
    private static Optional<List<String>> record(String text) {
        try {
            return Optional.of(CSV.ofSingleCsvRecord(text).getFields());
        } catch (CsvParseException e) {
            return Optional.empty();
        }
    }

    private static List<String> fields(String text) {
        var fields = record(text)
                .orElseThrow(() -> new InvalidInput("line", lenient(text), "one record of CSV, its quotes balanced"));
        if (fields.size() != FIELDS) {
            throw new InvalidInput("number of fields", fields.size(), FIELDS + ": " + HEADER);
        }
        return fields;
    }

    /** @param field its bytes as characters of ISO 8859-1 */
    private static String strict(String name, String field) {
        if (!isUtf8(field)) {
            throw new InvalidInput(name, lenient(field), "UTF-8");
        }
        return lenient(field);
    }

    private static boolean isUtf8(String field) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(field.getBytes(StandardCharsets.ISO_8859_1)));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String lenient(String field) {
        return new String(field.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static InquiryFactKind kind(String value) {
        return EVENTS.stream()
                .filter(kind -> kind.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("event", value, "one of " + EVENTS));
    }

    private static Instant instant(String value) {
        try {
            return IsoInstant.parse(value).truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw new InvalidInput("at", value, "an instant in UTC such as 2016-02-29T01:16:00Z");
        }
    }

    private static @Nullable AuthorKind author(InquiryFactKind kind, String value) {
        if (value.isEmpty() && kind != InquiryFactKind.REPLIED) {
            return null;
        }
        return Arrays.stream(AuthorKind.values())
                .filter(author -> author.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("author", value, "one of " + Arrays.toString(AuthorKind.values())));
    }
}
