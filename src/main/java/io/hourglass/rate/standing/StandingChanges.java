package io.hourglass.rate.standing;

import static java.util.stream.Collectors.toMap;

import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.tracks.ByTrack;
import io.hourglass.policy.versions.PolicyVersions;
import io.hourglass.rate.Restatement.Revised;
import io.hourglass.rate.books.RatedSubjects;
import io.hourglass.rate.numbers.PublicationDates;
import io.hourglass.rate.numbers.PublishedNumber;
import io.hourglass.rate.numbers.PublishedNumbers;
import io.hourglass.rate.standing.StandingEvent.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds out whose standing new numbers change, against those of the date before. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class StandingChanges {

    private final PublishedNumbers numbers;
    private final PolicyVersions<StandingPolicy> rules;
    private final StandingFeed events;
    private final PublicationDates dates;
    private final ByTrack<RatedSubjects> subjects;
    private final Clock clock;

    StandingChanges(
            PublishedNumbers numbers,
            PolicyVersions<StandingPolicy> rules,
            StandingFeed events,
            PublicationDates dates,
            List<RatedSubjects> subjects,
            Clock clock) {
        this.numbers = numbers;
        this.rules = rules;
        this.events = events;
        this.dates = dates;
        this.subjects = new ByTrack<>(subjects);
        this.clock = clock;
    }

    /** To be called once for each date of a track, in the transaction that publishes its numbers. */
    public void publishedOn(Track track, LocalDate date) {
        if (!subjects.of(track).haveStanding()) {
            return;
        }
        var versions = rules.all();
        var before = side(track, date.minusDays(1), versions);
        var after = side(track, date, versions);
        var rated = new TreeSet<>(before.numbers().keySet());
        rated.addAll(after.numbers().keySet());
        var found = new ArrayList<StandingEvent>();
        for (var subject : rated) {
            var change = new Change(subject, date, clock.instant(), found);
            change.note(before.opensRfq(subject), after.opensRfq(subject), Kind.RFQ_OPENED, Kind.RFQ_CLOSED);
            change.note(before.proves(subject), after.proves(subject), Kind.PROVEN, Kind.NO_LONGER_PROVEN);
        }
        events.add(found);
    }

    /**
     * To be called for each further revision, in the transaction that adds it: of the latest date that is out it changes
     * the standing of the supplier, and the feed has that.
     *
     * @return whether it crosses the gate of its date; null if it does not
     */
    public @Nullable Crossing restated(Revised revised) {
        var after = revised.after();
        if (!subjects.of(after.subject().track()).haveStanding()) {
            return null;
        }
        var on = after.publishedOn();
        var policy = StandingKind.inForceOn(on, rules.all());
        var opened = Side.holds(revised.before(), policy::opensRfq);
        var opens = Side.holds(after, policy::opensRfq);
        if (dates.latest(after.subject().track()).equals(on)) {
            var found = new ArrayList<StandingEvent>();
            var change = new Change(after.subject(), on, clock.instant(), found);
            change.note(opened, opens, Kind.RFQ_OPENED, Kind.RFQ_CLOSED);
            change.note(
                    Side.holds(revised.before(), policy::proves),
                    Side.holds(after, policy::proves),
                    Kind.PROVEN,
                    Kind.NO_LONGER_PROVEN);
            events.add(found);
        }
        if (opened == opens) {
            return null;
        }
        return opens ? Crossing.GAINED : Crossing.LOST;
    }

    private Side side(Track track, LocalDate date, List<StandingPolicy> versions) {
        return new Side(
                StandingKind.inForceOn(date, versions),
                numbers.on(track, date).stream().collect(toMap(PublishedNumber::subject, Function.identity())));
    }

    private record Side(StandingPolicy policy, Map<Subject, PublishedNumber> numbers) {

        boolean opensRfq(Subject subject) {
            return holds(numbers.get(subject), policy::opensRfq);
        }

        boolean proves(Subject subject) {
            return holds(numbers.get(subject), policy::proves);
        }

        static boolean holds(@Nullable PublishedNumber number, BiPredicate<Integer, Integer> rule) {
            return number != null && rule.test(number.timely(), number.countable());
        }
    }

    private record Change(Subject subject, LocalDate date, Instant at, ArrayList<StandingEvent> found) {

        void note(boolean before, boolean after, Kind gained, Kind lost) {
            if (before != after) {
                found.add(new StandingEvent(subject, after ? gained : lost, date, at));
            }
        }
    }
}
