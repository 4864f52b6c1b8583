package io.hourglass.rate;

import static java.util.stream.Collectors.toMap;

import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.tracks.ByTrack;
import io.hourglass.kernel.tracks.State;
import io.hourglass.rate.books.JudgedCase;
import io.hourglass.rate.books.RatedSubjects;
import io.hourglass.rate.books.SettledCases;
import io.hourglass.rate.books.Settlement;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.books.VerdictEntry;
import io.hourglass.rate.counts.Counts;
import io.hourglass.rate.numbers.Publications;
import io.hourglass.rate.numbers.PublishedNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts a published number again, from the facts. */
@Component
public class Recount {

    private final Publications publications;
    private final ByTrack<Settlement> settlements;
    private final ByTrack<RatedSubjects> subjects;
    private final VerdictEntries entries;

    Recount(
            Publications publications,
            List<Settlement> settlements,
            List<RatedSubjects> subjects,
            VerdictEntries entries) {
        this.publications = publications;
        this.settlements = new ByTrack<>(settlements);
        this.subjects = new ByTrack<>(subjects);
        this.entries = entries;
    }

    /** A number as it was published, and what the facts known at the closes, or admitted by its revision, make of it. */
    public record Recounted(PublishedNumber published, int timely, int countable, List<Difference> differences) {

        public boolean equal() {
            return published.timely() == timely && published.countable() == countable;
        }
    }

    /**
     * A case that counts otherwise.
     *
     * @param published as the books said when the number was published; null if they did not hold it
     * @param recounted null if the facts do not
     */
    public record Difference(CaseId id, @Nullable State published, @Nullable State recounted) {}

    /**
     * @param on null for today in the marketplace zone
     * @param knownAt the revision is the latest that was out at that instant; null means the present instant
     * @throws NotFound if there is no such subject, or no number of it on that date
     */
    @Transactional(readOnly = true)
    public Recounted of(Subject subject, @Nullable LocalDate on, @Nullable Instant knownAt) {
        var number = publications.number(subject, on, knownAt);
        var cases = number.countedCases(subjects.of(subject.track()));
        var settlement = settlements.of(subject.track());
        var judged = cases.subjects().stream()
                .flatMap(part -> settlement.judgeSubject(part, cases.from(), cases.to(), cases.stoodAt()).stream())
                .collect(toMap(JudgedCase::id, JudgedCase::state));
        var counted = Counts.of(judged.values());
        return new Recounted(number, counted.timely(), counted.countable(), differences(cases, judged));
    }

    private List<Difference> differences(SettledCases cases, Map<CaseId, State> judged) {
        var booked = entries.settled(cases, null, 0, Integer.MAX_VALUE).stream()
                .collect(toMap(VerdictEntry::id, VerdictEntry::state));
        return Stream.concat(booked.keySet().stream(), judged.keySet().stream())
                .distinct()
                .sorted(CaseId.ORDER)
                .map(id -> new Difference(id, booked.get(id), judged.get(id)))
                .filter(difference -> partOf(difference.published()) != partOf(difference.recounted()))
                .toList();
    }

    /** Of the numerator and the denominator. */
    private static int partOf(@Nullable State state) {
        return state == null || !state.countable() ? 0 : state.met() ? 2 : 1;
    }
}
