package io.hourglass.rate;

import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.tracks.ByTrack;
import io.hourglass.kernel.tracks.State;
import io.hourglass.rate.books.RatedSubjects;
import io.hourglass.rate.books.SettledCases;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.books.VerdictEntry;
import io.hourglass.rate.numbers.Publication;
import io.hourglass.rate.numbers.Publications;
import io.hourglass.rate.numbers.PublishedNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The cases behind a published number (R29). */
@Component
public class NumberDrillDown {

    private final Publications publications;
    private final VerdictEntries entries;
    private final ByTrack<RatedSubjects> subjects;

    NumberDrillDown(Publications publications, VerdictEntries entries, List<RatedSubjects> subjects) {
        this.publications = publications;
        this.entries = entries;
        this.subjects = new ByTrack<>(subjects);
    }

    /**
     * A page of the cases behind a number, those that do not count included.
     *
     * @param entries as they stood when it was published
     * @param now how each stands in the books now
     * @param states how many there are in each state, on all pages and whichever was asked for
     */
    public record Behind(
            PublishedNumber number,
            ListPage<VerdictEntry> entries,
            Map<CaseId, VerdictEntry> now,
            Map<State, Integer> states) {}

    /**
     * Exactly the cases that were counted for a revision, with the verdicts as they stood when it was published.
     *
     * @param on null for today in the marketplace zone
     * @param knownAt the revision is the latest that was out at that instant; null means the present instant
     * @param state of these alone; null for all
     * @throws NotFound if there is no such subject, or no number of it on that date at that instant
     */
    @Transactional(readOnly = true)
    public Behind behind(
            Subject subject, @Nullable LocalDate on, @Nullable Instant knownAt, @Nullable State state, PageQuery page) {
        var number = publications.number(subject, on, knownAt);
        var settled = number.countedCases(subjects.of(subject.track()));
        var states = entries.countSettled(settled);
        var then = entries.settled(settled, state, page.offset(), page.size());
        var total = state == null
                ? states.values().stream().mapToInt(Integer::intValue).sum()
                : states.getOrDefault(state, 0);
        return new Behind(
                number,
                ListPage.counted(page, then, total),
                entries.latestOf(then.stream().map(VerdictEntry::id).toList()),
                states);
    }

    /**
     * How many cases of a date's window stand in each state where nothing could be counted.
     *
     * @param asOf as the books were then
     */
    @Transactional(readOnly = true)
    public Map<State, Integer> uncounted(Publication publication, Instant asOf) {
        var subject = publication.subject();
        return entries.countSettled(new SettledCases(
                subjects.of(subject.track()).partsOf(subject), publication.windowFrom(), publication.windowTo(), asOf));
    }
}
