package io.hourglass.trace;

import io.hourglass.audit.CaseDays;
import io.hourglass.audit.seals.Seal;
import io.hourglass.evidence.Facts;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.tracks.ByTrack;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.kernel.tracks.TrackTerms;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.books.VerdictEntry;
import io.hourglass.rate.numbers.PublicationDates;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is kept of a case of any track: its facts, its entries in the books, and where it is published and sealed. Changes nothing. */
@Component
public class CaseTraces {

    private final ByTrack<TrackTerms> terms;
    private final ByTrack<CaseDays> cases;
    private final Facts facts;
    private final VerdictEntries entries;
    private final SealedBooks books;

    CaseTraces(List<TrackTerms> terms, List<CaseDays> cases, Facts facts, VerdictEntries entries, SealedBooks books) {
        this.terms = new ByTrack<>(terms);
        this.cases = new ByTrack<>(cases);
        this.facts = facts;
        this.entries = entries;
        this.books = books;
    }

    /**
     * @param facts by occurrence
     * @param entries in their order
     * @param numbers the first and the last date whose published numbers cover its day
     * @param seal that holds it; null while the books of its day are open
     */
    public record CaseTrace(
            String id,
            TrackDay day,
            List<Facts.Told> facts,
            List<VerdictEntry> entries,
            PublicationDates.Window numbers,
            @Nullable Seal seal) {}

    /** @throws NotFound if no module registered the track, or it has no such case */
    @Transactional(readOnly = true)
    public CaseTrace of(Track track, String value) {
        var id = terms.of(track).caseOf(value);
        var day = cases.of(track)
                .dayOf(id)
                .map(date -> new TrackDay(track, date))
                .orElseThrow(() -> new NotFound("case", value));
        return new CaseTrace(
                value, day, facts.toldOf(id), entries.historyOf(id), books.numbersOf(day), books.sealOf(day));
    }
}
