package io.hourglass.lab;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.referral.ranking.Served;
import io.hourglass.referral.ranking.Wish;
import io.hourglass.replay.EventLog;
import io.hourglass.replay.LogEvent;
import io.hourglass.replay.log.DaysOfLog;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An event log together with the list of those who served in the end what they had not been asked. */
final class ServedLog {

    private static final Duration REPLY_WITHIN = Duration.ofDays(3);
    private static final List<String> FINALS_HEADER = List.of("inquiry", "final_supplier");

    private final Map<InquiryId, SupplierId> finals;
    private final Map<InquiryId, LogEvent> received = new LinkedHashMap<>();
    private final Map<InquiryId, Instant> replied = new HashMap<>();

    private ServedLog(Map<InquiryId, SupplierId> finals) {
        this.finals = finals;
    }

    /**
     * In the order of receipt.
     *
     * @throws IOException if a file cannot be read, or a line of it is against the format: it names the line
     */
    static List<LoggedInquiry> read(Path log, Path finals) throws IOException {
        var served = new ServedLog(finals(finals));
        try (var events = EventLog.open(log, ZoneOffset.UTC, bad -> {
            throw new InvalidInput(log + ", line " + bad.number(), bad.text(), bad.reason());
        })) {
            for (var day = events.nextDay(); !day.isEmpty(); day = events.nextDay()) {
                day.forEach(served::note);
            }
        } catch (InvalidInput e) {
            throw new IOException(e.getMessage(), e);
        }
        return served.inquiries();
    }

    private void note(LogEvent event) {
        if (event.kind() == InquiryFactKind.RECEIVED) {
            received.putIfAbsent(event.inquiry(), event);
        } else if (event.kind() == InquiryFactKind.REPLIED) {
            replied.putIfAbsent(event.inquiry(), event.at());
        }
    }

    private List<LoggedInquiry> inquiries() {
        return received.values().stream()
                .map(this::inquiry)
                .sorted(Comparator.comparing(LoggedInquiry::receivedAt))
                .toList();
    }

    private LoggedInquiry inquiry(LogEvent event) {
        var by = finals.getOrDefault(event.inquiry(), event.supplier());
        var reply = replied.get(event.inquiry());
        return new LoggedInquiry(
                event.at(),
                new Served(new Wish(event.buyer(), event.supplier(), event.category()), by),
                finals.containsKey(event.inquiry()),
                reply != null && !reply.isAfter(event.at().plus(REPLY_WITHIN)));
    }

    private static Map<InquiryId, SupplierId> finals(Path file) throws IOException {
        var finals = new HashMap<InquiryId, SupplierId>();
        try (var text = new InputStreamReader(DaysOfLog.content(file), StandardCharsets.UTF_8);
                var csv = CsvReader.builder().allowUnclosedQuote(false).ofCsvRecord(text)) {
            var lines = csv.iterator();
            if (!lines.hasNext() || !lines.next().getFields().equals(FINALS_HEADER)) {
                throw new IOException(file + ": the first line must be " + String.join(",", FINALS_HEADER));
            }
            while (lines.hasNext()) {
                var line = lines.next();
                put(line, finals);
            }
        } catch (InvalidInput | CsvParseException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        return finals;
    }

    private static void put(CsvRecord line, Map<InquiryId, SupplierId> finals) {
        var place = "line " + line.getStartingLineNumber();
        if (line.getFieldCount() != FINALS_HEADER.size()) {
            throw new InvalidInput(place, line.getFields(), String.join(",", FINALS_HEADER));
        }
        var known = finals.put(new InquiryId(line.getField(0)), new SupplierId(line.getField(1)));
        if (known != null) {
            throw new InvalidInput(place, line.getField(0), "the only line of its inquiry");
        }
    }
}
