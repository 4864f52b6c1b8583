package io.hourglass.diagnosis;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;

import io.hourglass.diagnosis.calendar.WorkCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a supplier's own inquiries show about its rate.
 *
 * @param from the first natural day of receipt looked at
 * @param to the last, included
 * @param all of those days
 * @param tips what costs most first; of each aspect the weakest group alone
 */
public record Diagnosis(LocalDate from, LocalDate to, Share all, List<Tip> tips) {

    /** Fewer inquiries, in a group or beside it, say nothing. */
    public static final int MINIMUM_SAMPLE = 5;

    /** So many within an hour may be a burst, if the supplier usually gets fewer. */
    static final int LEAST_BURST = 4;

    private static final int BURST_TIMES_USUAL = 3;
    private static final int HOURS_TOGETHER = 3;
    private static final int NIGHT_ENDS = 6;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Comparator<Tip> COSTLIEST_FIRST =
            Comparator.comparing(Tip::missing).reversed().thenComparing(Tip::aspect);

    /** @param handled all countable inquiries of those days, in any order */
    public static Diagnosis of(LocalDate from, LocalDate to, List<Handled> handled, WorkCalendar work) {
        var tips = new ArrayList<Tip>();
        weakest(Aspect.HOURS, handled, Diagnosis::hours).ifPresent(tips::add);
        weakest(Aspect.ACCOUNT, handled, Handled::account).ifPresent(tips::add);
        weakest(Aspect.CATEGORY, handled, Handled::category).ifPresent(tips::add);
        tip(Aspect.OUTSIDE_WORKING_HOURS, work.hours().inWords(), handled, one -> work.isOutside(one.receivedAt()))
                .ifPresent(tips::add);
        tip(Aspect.AFTER_MIDNIGHT, "", handled, one -> one.receivedAt().getHour() < NIGHT_ENDS)
                .ifPresent(tips::add);
        tip(Aspect.DAY_OFF, "", handled, one -> work.isDayOff(one.receivedAt())).ifPresent(tips::add);
        var burst = inBursts(handled);
        tip(Aspect.BURST, "", handled, burst::contains).ifPresent(tips::add);
        return new Diagnosis(
                from,
                to,
                Share.of(handled),
                tips.stream().sorted(COSTLIEST_FIRST).toList());
    }

    /** Of the groups that have something to compare with, the one that costs most. */
    private static Optional<Tip> weakest(
            Aspect aspect, List<Handled> handled, Function<Handled, @Nullable String> group) {
        var known = handled.stream().filter(one -> group.apply(one) != null).toList();
        return known.stream()
                .map(group)
                .flatMap(name -> Stream.ofNullable(name))
                .distinct()
                .sorted()
                .flatMap(name -> tip(aspect, name, known, one -> name.equals(group.apply(one))).stream())
                .max(Comparator.comparing(Tip::missing));
    }

    private static Optional<Tip> tip(Aspect aspect, String group, List<Handled> handled, Predicate<Handled> concerned) {
        var parts = handled.stream().collect(partitioningBy(concerned));
        var inside = Share.of(Objects.requireNonNull(parts.get(true)));
        var rest = Share.of(Objects.requireNonNull(parts.get(false)));
        if (inside.countable() < MINIMUM_SAMPLE || rest.countable() < MINIMUM_SAMPLE || !inside.isBelow(rest)) {
            return Optional.empty();
        }
        var missing = inside.missingTo(rest);
        return missing < 1
                ? Optional.empty()
                : Optional.of(new Tip(aspect, group, inside, rest, inside.isSurelyBelow(rest), missing));
    }

    private static String hours(Handled one) {
        var first = one.receivedAt().getHour() / HOURS_TOGETHER * HOURS_TOGETHER;
        return "%02d:00–%02d:00".formatted(first, first + HOURS_TOGETHER);
    }

    /**
     * Those that share an hour with at least {@link #LEAST_BURST}, themselves included, and with three times as many as
     * there usually are in an hour that has any.
     */
    private static Set<Handled> inBursts(List<Handled> handled) {
        var hoursWithAny = handled.stream()
                .collect(groupingBy(one -> one.receivedAt().toInstant().getEpochSecond() / HOUR.toSeconds()))
                .size();
        var sorted = handled.stream()
                .sorted(Comparator.comparing(Handled::receivedAt))
                .toList();
        var found = new HashSet<Integer>();
        for (int first = 0, last = 0; last < sorted.size(); last++) {
            while (!sorted.get(first)
                    .receivedAt()
                    .plus(HOUR)
                    .isAfter(sorted.get(last).receivedAt())) {
                first++;
            }
            var together = last - first + 1;
            if (together >= LEAST_BURST && together * hoursWithAny >= BURST_TIMES_USUAL * sorted.size()) {
                for (var at = first; at <= last; at++) {
                    found.add(at);
                }
            }
        }
        return found.stream().map(sorted::get).collect(toSet());
    }
}
