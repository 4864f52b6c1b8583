package io.hourglass.inquiry.pairs;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.hourglass.batch.rows.InChunks;
import io.hourglass.batch.rows.TransactionCache;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.books.VerdictEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The verdicts of settled days: they are fixed input for later ones. */
@Component
class SettledStates {

    private final VerdictEntries entries;
    private final TransactionCache<LocalDate, Boolean> settled;

    SettledStates(BookDays days, VerdictEntries entries, WriteBatch rows) {
        this.entries = entries;
        this.settled = new TransactionCache<>(rows, asked -> days.settledAmong(Track.INQUIRY, asked).stream()
                .collect(toMap(day -> day, day -> true)));
    }

    /** Of those that settled days hold; none where all are of one day, to which no other day matters. */
    Map<InquiryId, InquiryState> of(Collection<Inquiry> inquiries) {
        return of(inquiries, entries::latestOf);
    }

    /** The same, by the entries that had been booked by that instant. */
    Map<InquiryId, InquiryState> of(Collection<Inquiry> inquiries, Instant bookedBy) {
        return of(inquiries, ids -> entries.latestOf(ids, bookedBy));
    }

    private Map<InquiryId, InquiryState> of(
            Collection<Inquiry> inquiries, Function<List<InquiryId>, Map<CaseId, VerdictEntry>> latest) {
        var daysOfThem = inquiries.stream().map(Inquiry::day).collect(toSet());
        if (daysOfThem.size() < 2) {
            return Map.of();
        }
        var settledDays = settled.find(daysOfThem);
        if (settledDays.isEmpty()) {
            return Map.of();
        }
        var ids = inquiries.stream().map(Inquiry::id).toList();
        return InChunks.find(ids, latest).values().stream()
                .filter(entry -> settledDays.containsKey(entry.day()))
                .collect(toMap(entry -> InquiryId.of(entry.id()), entry -> InquiryState.of(entry.state())));
    }
}
