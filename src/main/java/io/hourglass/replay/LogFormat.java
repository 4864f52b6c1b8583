package io.hourglass.replay;

import io.hourglass.evidence.details.Detail;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.replay.log.LineFormat;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The format of an event log: CSV, one event a line, its fields in the order of the header. */
final class LogFormat {

    static final LineFormat LINES = new LineFormat("event,inquiry,buyer,supplier,at,author,category");

    private static final int CATEGORY = 6;
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
        var sent = LINES.fields(bytes);
        var category = LineFormat.lenient(sent.get(CATEGORY));
        var inPart = LineFormat.isUtf8(sent.get(CATEGORY)) ? Set.<Detail>of() : Set.of(Detail.CATEGORY);
        var fields = IntStream.range(0, CATEGORY)
                .mapToObj(at -> LINES.strict(sent, at))
                .toList();
        var kind = kind(fields.get(0));
        return LogEvent.builder()
                .line(line)
                .kind(kind)
                .inquiry(new InquiryId(fields.get(1)))
                .buyer(new BuyerId(fields.get(2)))
                .supplier(new SupplierId(fields.get(3)))
                .at(LineFormat.instant(fields.get(4)))
                .author(author(kind, fields.get(5)))
                .category(category.isEmpty() ? null : category)
                .inPart(inPart)
                .build();
    }

    private static InquiryFactKind kind(String value) {
        return EVENTS.stream()
                .filter(kind -> kind.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("event", value, "one of " + EVENTS));
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
