package io.hourglass.audit;

import static java.util.Comparator.comparing;

import io.hourglass.audit.entries.CanonicalJson;
import io.hourglass.audit.entries.EntryNames;
import io.hourglass.audit.entries.LedgerEntry;
import io.hourglass.audit.entries.LedgerRecords;
import io.hourglass.audit.entries.LedgerRecords.Noted;
import io.hourglass.audit.entries.LedgerSource;
import io.hourglass.audit.seals.SealedDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down a sealed day, an entry a line: what was sealed once is written the same ever after. */
@Component
class DayLines {

    private static final int BATCH_SIZE = 5_000;

    private final List<LedgerSource> sources;
    private final LedgerRecords records;

    DayLines(List<LedgerSource> sources, LedgerRecords records) {
        this.sources = sources.stream().sorted(comparing(LedgerSource::part)).toList();
        this.records = records;
    }

    /**
     * @param caseId that the entry is of; null for one of no case
     * @param text without an end of line
     */
    record Line(@Nullable String caseId, String text) {}

    /**
     * @param former the root of the day before; null for the first seal of all
     * @param pseudonyms of persons, by their ids
     */
    void tell(
            SealedDay day,
            @Nullable String former,
            Function<Collection<String>, Map<String, String>> pseudonyms,
            Consumer<Line> to) {
        var writer = new Writer(pseudonyms, to);
        writer.take(header(day, former));
        sources.forEach(source -> source.tell(day, writer::take));
        records.takenBy(day.trackDay()).forEach(writer::take);
        writer.flush();
    }

    private static LedgerEntry header(SealedDay day, @Nullable String former) {
        return LedgerEntry.of(
                "SEAL",
                null,
                "track",
                EntryNames.of(day.track()).track(),
                "day",
                day.day(),
                "booksFrom",
                day.booksFrom(),
                "booksClose",
                day.booksClose(),
                "publishedOn",
                day.publishedOn(),
                "former",
                former);
    }

    /** Looks up many persons together. */
    private static final class Writer {

        private final Function<Collection<String>, Map<String, String>> pseudonyms;
        private final Consumer<Line> to;
        private final List<Waiting> waiting = new ArrayList<>();

        private Writer(Function<Collection<String>, Map<String, String>> pseudonyms, Consumer<Line> to) {
            this.pseudonyms = pseudonyms;
            this.to = to;
        }

        /** @param note what stands between the kind and the person */
        private record Waiting(String kind, String note, @Nullable String by, @Nullable String caseId, String content) {

            Line line(Map<String, String> names) {
                var person = by == null ? "" : ",\"by\":" + CanonicalJson.value(Objects.requireNonNull(names.get(by)));
                var head = "{\"entry\":" + CanonicalJson.value(kind) + note + person;
                return new Line(caseId, head + (content.equals("{}") ? "}" : "," + content.substring(1)));
            }
        }

        void take(LedgerEntry entry) {
            take(new Waiting(entry.kind(), "", entry.by(), entry.caseId(), entry.json()));
        }

        void take(Noted noted) {
            var note = ",\"record\":" + noted.number() + ",\"notedAt\":" + CanonicalJson.value(noted.at());
            take(new Waiting(noted.kind(), note, noted.by(), noted.caseId(), noted.content()));
        }

        private void take(Waiting entry) {
            waiting.add(entry);
            if (waiting.size() == BATCH_SIZE) {
                flush();
            }
        }

        void flush() {
            var persons =
                    waiting.stream().flatMap(one -> Stream.ofNullable(one.by())).collect(Collectors.toSet());
            var names = persons.isEmpty() ? Map.<String, String>of() : pseudonyms.apply(persons);
            waiting.forEach(one -> to.accept(one.line(names)));
            waiting.clear();
        }
    }
}
