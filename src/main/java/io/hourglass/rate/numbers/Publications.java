package io.hourglass.rate.numbers;

import static java.util.stream.Collectors.toMap;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.tracks.ByTrack;
import io.hourglass.rate.books.RatedSubjects;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was published of whom (R4). */
@Component
@Transactional(readOnly = true)
public class Publications {

    /** Days; closes that lag further behind have nothing to compare. */
    private static final int LOOKED_BACK = 60;

    private static final Comparator<PublishedNumber> BY_DATE =
            Comparator.comparing(PublishedNumber::publishedOn).thenComparing(PublishedNumber::revision);

    private final PublishedNumbers numbers;
    private final PublicationDates dates;
    private final ByTrack<RatedSubjects> subjects;

    Publications(PublishedNumbers numbers, PublicationDates dates, List<RatedSubjects> subjects) {
        this.numbers = numbers;
        this.dates = dates;
        this.subjects = new ByTrack<>(subjects);
    }

    /**
     * As it was known at an instant.
     *
     * @param on null for today in the marketplace zone
     * @param knownAt null means the present instant
     * @throws NotFound if there is no such subject, or the date's numbers were not out at that instant
     */
    public Publication find(Subject subject, @Nullable LocalDate on, @Nullable Instant knownAt) {
        var latest = find(subject, on);
        if (knownAt == null) {
            return latest;
        }
        var number = numbers.find(subject, latest.on(), knownAt).orElse(null);
        if (number == null && !dates.wasOut(subject.track(), latest.on(), knownAt)) {
            throw notOut(latest, "KNOWN_AT", knownAt.toString());
        }
        return publication(subject, latest.on(), number, true);
    }

    /**
     * The same, of a date with a number.
     *
     * @throws NotFound if there is no such subject, or no number of it on that date at that instant
     */
    public PublishedNumber number(Subject subject, @Nullable LocalDate on, @Nullable Instant knownAt) {
        var publication = find(subject, on, knownAt);
        var number = publication.number();
        if (number == null) {
            throw notOut(publication, publication.status().name(), "");
        }
        return number;
    }

    /**
     * Every number of a subject and each of its revisions, by date.
     *
     * @param from the first date of publication; null for as many days before the last as a number covers
     * @param to the last, included; null for today in the marketplace zone
     * @throws NotFound if there is no such subject
     * @throws InvalidInput if the dates are in the wrong order
     */
    public List<PublishedNumber> revisions(Subject subject, @Nullable LocalDate from, @Nullable LocalDate to) {
        RatedSubjects.requireKnown(subjects, subject);
        var last = to == null ? dates.today(subject.track()) : to;
        var first = from == null ? dates.firstBefore(subject.track(), last) : from;
        if (first.isAfter(last)) {
            throw new InvalidInput("from", first, "on or before the last date, " + last);
        }
        return numbers.revisionsOf(subject, first, last);
    }

    /**
     * The number that was the latest out at that instant, and the further revisions that its date has had since; empty where
     * there was none.
     */
    public List<PublishedNumber> asOutAt(Subject subject, Instant instant) {
        var day = dates.dayOf(subject.track(), instant);
        var all = numbers.revisionsOf(subject, day.minusDays(LOOKED_BACK), day);
        return all.stream()
                .filter(number -> !number.publishedAt().isAfter(instant))
                .max(BY_DATE)
                .map(then -> all.stream()
                        .filter(number ->
                                number.publishedOn().equals(then.publishedOn()) && number.revision() >= then.revision())
                        .toList())
                .orElse(List.of());
    }

    /**
     * @param on null for today in the marketplace zone
     * @throws NotFound if there is no such subject
     */
    public Publication find(Subject subject, @Nullable LocalDate on) {
        RatedSubjects.requireKnown(subjects, subject);
        var date = on == null ? dates.today(subject.track()) : on;
        var number = numbers.find(subject, date).orElse(null);
        return publication(subject, date, number, number != null || dates.isOut(subject.track(), date));
    }

    /**
     * Of the latest date whose numbers are out; of today while there is none.
     *
     * @throws NotFound if there is no such subject
     */
    public Publication latest(Subject subject) {
        return find(subject, dates.latest(subject.track()));
    }

    /** The same of some subjects of a track that are known, in their order. */
    public List<Publication> latest(Track track, List<Subject> some) {
        var on = dates.latest(track);
        return publications(track, some, on, numbers.on(track, on, some));
    }

    /** The same of all subjects of a track, ordered by id. */
    public List<Publication> latestOfAll(Track track) {
        var on = dates.latest(track);
        var published = numbers.on(track, on).stream().collect(toMap(PublishedNumber::subject, Function.identity()));
        return publications(track, subjects.of(track).all(), on, published);
    }

    /**
     * Of today, for some subjects of a track that are known.
     *
     * @return in their order
     */
    public List<Publication> today(Track track, List<Subject> some) {
        var on = dates.today(track);
        return publications(track, some, on, numbers.on(track, on, some));
    }

    /** By inquiries, the numbers of the latest date that are out; a supplier without one is absent. */
    public Map<SupplierId, PublishedNumber> latestOf(Collection<SupplierId> suppliers) {
        if (suppliers.isEmpty()) {
            return Map.of();
        }
        var wanted = suppliers.stream().map(SupplierId::subject).toList();
        return numbers.on(Track.INQUIRY, dates.latest(Track.INQUIRY), wanted).entrySet().stream()
                .collect(toMap(number -> new SupplierId(number.getKey().id()), Map.Entry::getValue));
    }

    private List<Publication> publications(
            Track track, List<Subject> some, LocalDate on, Map<Subject, PublishedNumber> published) {
        var isOut = dates.isOut(track, on);
        return some.stream()
                .map(subject -> publication(subject, on, published.get(subject), isOut))
                .toList();
    }

    private Publication publication(Subject subject, LocalDate on, @Nullable PublishedNumber number, boolean isOut) {
        if (number != null) {
            return Publication.of(number);
        }
        var window = dates.windowOf(subject.track(), on);
        return isOut
                ? Publication.noData(subject, on, window)
                : Publication.notPublished(subject, on, window, dates.dueAt(subject.track(), on));
    }

    private static NotFound notOut(Publication publication, String why, String knownAt) {
        return new NotFound(
                "published_number." + why,
                "published number",
                publication.subject().id(),
                publication.on().toString(),
                knownAt);
    }
}
