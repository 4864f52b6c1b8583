package io.hourglass.replay;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.rate.books.BookDay;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.books.VerdictEntry;
import io.hourglass.rate.numbers.PublishedNumber;
import io.hourglass.rate.numbers.PublishedNumbers;
import io.hourglass.rate.numbers.Share;
import io.hourglass.replay.log.BadLine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the booked results of a replay. Rows are sorted by Unicode code point, lines end in LF. */
@Component
class ReplayResult {

    private final BookDays days;
    private final VerdictEntries entries;
    private final PublishedNumbers numbers;
    private final Policies policies;

    ReplayResult(BookDays days, VerdictEntries entries, PublishedNumbers numbers, Policies policies) {
        this.days = days;
        this.entries = entries;
        this.numbers = numbers;
        this.policies = policies;
    }

    void write(Path directory, ReplayCounts counts, List<BadLine> badLines) throws IOException {
        var bookDays = bookDays();
        var verdicts = verdicts(bookDays);
        var published = published(bookDays);
        writeVerdicts(directory.resolve("verdicts.csv"), verdicts);
        writePublished(directory.resolve("published.csv"), published);
        writeRejected(directory.resolve("rejected.csv"), badLines);
        writeInPart(directory.resolve("kept-in-part.csv"), counts.inPart());
        var printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter(" ", "\n"));
        new ObjectMapper()
                .writer(printer)
                .writeValue(
                        directory.resolve("summary.json").toFile(),
                        summary(verdicts, published.size(), counts, badLines.size()));
    }

    private List<BookDay> bookDays() {
        return days.latest(Track.INQUIRY, Integer.MAX_VALUE).stream()
                .sorted(Comparator.comparing(BookDay::day))
                .toList();
    }

    private List<VerdictEntry> verdicts(List<BookDay> bookDays) {
        return bookDays.stream()
                .filter(BookDay::settled)
                .flatMap(day -> entries.latestOn(day.trackDay()).values().stream())
                .sorted(Comparator.comparing(VerdictEntry::id, CaseId.ORDER))
                .toList();
    }

    private List<PublishedNumber> published(List<BookDay> bookDays) {
        return bookDays.stream()
                .map(BookDay::publishedOn)
                .flatMap(Stream::ofNullable)
                .flatMap(date -> numbers.on(Track.INQUIRY, date).stream())
                .toList();
    }

    private static void writeVerdicts(Path file, List<VerdictEntry> verdicts) throws IOException {
        try (var csv = csv(file)) {
            csv.writeRecord("inquiry", "supplier", "received_day", "verdict");
            for (var entry : verdicts) {
                csv.writeRecord(
                        entry.id().value(),
                        entry.subject().id(),
                        entry.day().toString(),
                        entry.state().name());
            }
        }
    }

    private static void writePublished(Path file, List<PublishedNumber> published) throws IOException {
        try (var csv = csv(file)) {
            csv.writeRecord("published_on", "supplier", "timely", "countable");
            for (var number : published) {
                csv.writeRecord(
                        number.publishedOn().toString(),
                        number.subject().id(),
                        Integer.toString(number.timely()),
                        Integer.toString(number.countable()));
            }
        }
    }

    private static void writeRejected(Path file, List<BadLine> badLines) throws IOException {
        try (var csv = csv(file)) {
            csv.writeRecord("line", "reason", "text");
            for (var bad : badLines) {
                csv.writeRecord(Long.toString(bad.number()), bad.reason(), bad.text());
            }
        }
    }

    private static void writeInPart(Path file, List<PartLine> lines) throws IOException {
        try (var csv = csv(file)) {
            csv.writeRecord("line", "details");
            for (var line : lines) {
                csv.writeRecord(Long.toString(line.number()), line.names());
            }
        }
    }

    private static CsvWriter csv(Path file) throws IOException {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
    }

    private Map<String, @Nullable Object> summary(
            List<VerdictEntry> verdicts, int publishedRows, ReplayCounts counts, int badLines) {
        var byVerdict = new TreeMap<String, Integer>();
        verdicts.forEach(entry -> byVerdict.merge(entry.state().name(), 1, Integer::sum));
        var countable = Stream.of(InquiryState.values())
                .filter(InquiryState::countable)
                .mapToInt(verdict -> byVerdict.getOrDefault(verdict.name(), 0))
                .sum();
        var timely = byVerdict.getOrDefault(InquiryState.TIMELY.name(), 0);
        var summary = new LinkedHashMap<String, @Nullable Object>();
        summary.put("zone", policies.zone().getId());
        summary.put("duplicates", policies.all().get(0).duplicates().name());
        summary.put("inquiries", counts.inquiries());
        summary.put("verdicts", byVerdict);
        summary.put("countable", countable);
        summary.put("timely", timely);
        summary.put("rate", Share.of(timely, countable));
        summary.put("published_rows", publishedRows);
        summary.put("first_day", day(verdicts, true));
        summary.put("last_day", day(verdicts, false));
        summary.put("facts", counts.facts());
        summary.put("repeated", counts.repeated());
        summary.put("refused", counts.refused());
        summary.put("late", counts.late());
        summary.put("kept_in_part", counts.inPart().size());
        summary.put("rejected_lines", badLines);
        return summary;
    }

    private static @Nullable String day(List<VerdictEntry> verdicts, boolean first) {
        var ordered = verdicts.stream().map(VerdictEntry::day);
        var day = first ? ordered.min(Comparator.naturalOrder()) : ordered.max(Comparator.naturalOrder());
        return day.map(LocalDate::toString).orElse(null);
    }
}
