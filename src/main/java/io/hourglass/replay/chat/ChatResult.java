package io.hourglass.replay.chat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.rate.books.BookDay;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.numbers.PublishedNumbers;
import io.hourglass.rate.numbers.Share;
import io.hourglass.replay.chat.ChatReplay.Counts;
import io.hourglass.replay.log.BadLine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the booked results of a replay of chat. Rows are sorted by Unicode code point, lines end in LF. */
@Component
class ChatResult {

    private final BookDays days;
    private final VerdictEntries entries;
    private final PublishedNumbers numbers;
    private final Consultations consultations;

    ChatResult(BookDays days, VerdictEntries entries, PublishedNumbers numbers, Consultations consultations) {
        this.days = days;
        this.entries = entries;
        this.numbers = numbers;
        this.consultations = consultations;
    }

    private record Row(LocalDate day, AccountId account, BuyerId buyer, boolean answered) implements Comparable<Row> {

        private static final Comparator<Row> ORDER = Comparator.comparing(Row::day)
                .thenComparing(Row::account)
                .thenComparing(row -> row.buyer().value(), ExternalId.BY_CODE_POINT);

        @Override
        public int compareTo(Row other) {
            return ORDER.compare(this, other);
        }
    }

    void write(Path directory, ZoneId zone, Counts counts, List<BadLine> badLines) throws IOException {
        var bookDays = days.latest(ConsultationId.CHAT, Integer.MAX_VALUE).stream()
                .sorted(Comparator.comparing(BookDay::day))
                .toList();
        var rows = bookDays.stream()
                .filter(BookDay::settled)
                .flatMap(day -> rows(day).stream())
                .toList();
        try (var csv = csv(directory.resolve("consultations.csv"))) {
            csv.writeRecord("day", "account", "buyer", "answered");
            rows.forEach(row -> csv.writeRecord(
                    row.day().toString(), row.account().value(), row.buyer().value(), row.answered() ? "1" : "0"));
        }
        writePublished(directory.resolve("published.csv"), bookDays);
        try (var csv = csv(directory.resolve("rejected.csv"))) {
            csv.writeRecord("line", "reason", "text");
            badLines.forEach(bad -> csv.writeRecord(Long.toString(bad.number()), bad.reason(), bad.text()));
        }
        var printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter(" ", "\n"));
        new ObjectMapper()
                .writer(printer)
                .writeValue(directory.resolve("summary.json").toFile(), summary(rows, zone, counts, badLines.size()));
    }

    /** Of a settled day the countable ones. */
    private List<Row> rows(BookDay day) {
        var latest = entries.latestOn(day.trackDay());
        return consultations.on(day.day()).stream()
                .flatMap(kept -> Stream.ofNullable(latest.get(kept.id()))
                        .filter(entry -> entry.state().countable())
                        .map(entry -> new Row(
                                kept.day(),
                                kept.account(),
                                kept.buyer(),
                                entry.state().met())))
                .sorted()
                .toList();
    }

    private void writePublished(Path file, List<BookDay> bookDays) throws IOException {
        try (var csv = csv(file)) {
            csv.writeRecord("published_on", "account", "answered", "countable");
            for (var day : bookDays) {
                var on = day.publishedOn();
                if (on != null) {
                    numbers.on(ConsultationId.CHAT, on).stream()
                            .flatMap(number -> ChatAccount.of(number.subject()).stream()
                                    .map(account -> List.of(
                                            on.toString(),
                                            account.value(),
                                            Integer.toString(number.timely()),
                                            Integer.toString(number.countable()))))
                            .forEach(csv::writeRecord);
                }
            }
        }
    }

    private static CsvWriter csv(Path file) throws IOException {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
    }

    private static Map<String, @Nullable Object> summary(List<Row> rows, ZoneId zone, Counts counts, int badLines) {
        var answered = (int) rows.stream().filter(Row::answered).count();
        var summary = new LinkedHashMap<String, @Nullable Object>();
        summary.put("zone", zone.getId());
        summary.put("messages", counts.messages());
        summary.put("consultations", rows.size());
        summary.put("answered", answered);
        summary.put("rate", Share.of(answered, rows.size()));
        summary.put("repeated", counts.repeated());
        summary.put("rejected_lines", badLines);
        return summary;
    }
}
