package io.hourglass.rate.standing;

import static java.util.stream.Collectors.toMap;

import io.hourglass.kernel.SupplierId;
import io.hourglass.rate.BookDays;
import io.hourglass.rate.PublishedNumber;
import io.hourglass.rate.PublishedNumbers;
import io.hourglass.rate.Restatement.Revised;
import io.hourglass.rate.standing.StandingEvent.Kind;
import io.hourglass.sla.NaturalDay;
import io.hourglass.sla.Policies;
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
    private final RulesOfStanding rules;
    private final StandingEvents events;
    private final BookDays days;
    private final Policies policies;
    private final Clock clock;

    StandingChanges(
            PublishedNumbers numbers,
            RulesOfStanding rules,
            StandingEvents events,
            BookDays days,
            Policies policies,
            Clock clock) {
        this.numbers = numbers;
        this.rules = rules;
        this.events = events;
        this.days = days;
        this.policies = policies;
        this.clock = clock;
    }

    /** To be called once for each date, in the transaction that publishes its numbers. */
    public void publishedOn(LocalDate date) {
        var versions = rules.all();
        var before = side(date.minusDays(1), versions);
        var after = side(date, versions);
        var suppliers = new TreeSet<>(before.numbers().keySet());
        suppliers.addAll(after.numbers().keySet());
        var found = new ArrayList<StandingEvent>();
        for (var supplier : suppliers) {
            var change = new Change(supplier, date, clock.instant(), found);
            change.note(before.opensRfq(supplier), after.opensRfq(supplier), Kind.RFQ_OPENED, Kind.RFQ_CLOSED);
            change.note(before.proves(supplier), after.proves(supplier), Kind.PROVEN, Kind.NO_LONGER_PROVEN);
        }
        events.add(found);
    }

    /**
     * To be called for each further revision, in the transaction that adds it: of the latest date that is out it changes
     * where the supplier stands, and the feed tells that.
     *
     * @return whether it crosses the gate of its date; null if it does not
     */
    public @Nullable Crossing restated(Revised revised) {
        var after = revised.after();
        var on = after.publishedOn();
        var policy = RulesOfStanding.inForceOn(on, rules.all());
        var opened = Side.holds(revised.before(), policy::opensRfq);
        var opens = Side.holds(after, policy::opensRfq);
        if (days.latestPublication(today()).filter(on::equals).isPresent()) {
            var found = new ArrayList<StandingEvent>();
            var change = new Change(after.supplier(), on, clock.instant(), found);
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

    private LocalDate today() {
        return NaturalDay.of(clock.instant(), policies.zone());
    }

    private Side side(LocalDate date, List<StandingPolicy> versions) {
        return new Side(
                RulesOfStanding.inForceOn(date, versions),
                numbers.on(date).stream().collect(toMap(PublishedNumber::supplier, Function.identity())));
    }

    private record Side(StandingPolicy policy, Map<SupplierId, PublishedNumber> numbers) {

        boolean opensRfq(SupplierId supplier) {
            return holds(numbers.get(supplier), policy::opensRfq);
        }

        boolean proves(SupplierId supplier) {
            return holds(numbers.get(supplier), policy::proves);
        }

        static boolean holds(@Nullable PublishedNumber number, BiPredicate<Integer, Integer> rule) {
            return number != null && rule.test(number.timely(), number.countable());
        }
    }

    private record Change(SupplierId supplier, LocalDate date, Instant at, ArrayList<StandingEvent> found) {

        void note(boolean before, boolean after, Kind gained, Kind lost) {
            if (before != after) {
                found.add(new StandingEvent(supplier, after ? gained : lost, date, at));
            }
        }
    }
}
