package io.hourglass.chaos.check;

import static java.util.stream.Collectors.groupingBy;

import io.hourglass.chaos.check.Tables.SubjectDay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every day whose books have closed is settled and published, each of its numbers once, and equal to a recount. */
final class NumbersCheck {

    private final Recount recount;
    private final Map<String, List<Map.Entry<SubjectDay, Map<String, Integer>>>> buckets;

    private NumbersCheck(Recount recount) {
        this.recount = recount;
        this.buckets = recount.buckets().entrySet().stream()
                .collect(groupingBy(bucket -> bucket.getKey().subject()));
    }

    static Finding in(Tables tables, Recount recount) {
        var now = tables.now();
        var days = tables.bookDays(recount.track());
        var check = new NumbersCheck(recount);
        var comparison = new Comparison();
        Map<SubjectDay, List<String>> expected = new HashMap<>();
        days.forEach((day, row) -> {
            var closed = !recount.closesAt().apply(day).isAfter(now);
            comparison.of("whether " + day + " is settled", closed, row.settled());
            comparison.of("publication of " + day, closed ? recount.publishedOn(day) : null, row.publishedOn());
            if (closed) {
                expected.putAll(check.numbersOf(day));
            }
        });
        check.unopened(days.keySet(), comparison);
        return Finding.of(
                recount.of("numbers"), comparison.ofMaps("number", expected, tables.numbers(recount.track())));
    }

    static String inWords(int revision, LocalDate from, LocalDate to, int met, int countable) {
        return "revision " + revision + ", " + from + " to " + to + ", " + met + "/" + countable;
    }

    /** A day that was counted, but that the books do not hold. */
    private void unopened(Collection<LocalDate> days, Comparison comparison) {
        buckets.values().stream()
                .flatMap(List::stream)
                .map(bucket -> bucket.getKey().day())
                .distinct()
                .forEach(day -> comparison.of("whether the books hold " + day, true, days.contains(day)));
    }

    private Map<SubjectDay, List<String>> numbersOf(LocalDate day) {
        var from = day.minusDays(recount.windowDays() - 1L);
        Map<SubjectDay, List<String>> numbers = new HashMap<>();
        buckets.forEach((subject, all) -> {
            var met = sum(all, from, day, List.of(recount.met()));
            var countable = sum(all, from, day, recount.countable());
            if (countable > 0) {
                numbers.put(
                        new SubjectDay(recount.publishedOn(day), subject),
                        List.of(inWords(1, from, day, met, countable)));
            }
        });
        return numbers;
    }

    private static int sum(
            List<Map.Entry<SubjectDay, Map<String, Integer>>> buckets,
            LocalDate from,
            LocalDate to,
            List<String> states) {
        return buckets.stream()
                .filter(bucket -> !bucket.getKey().day().isBefore(from))
                .filter(bucket -> !bucket.getKey().day().isAfter(to))
                .flatMap(
                        bucket -> states.stream().map(state -> bucket.getValue().getOrDefault(state, 0)))
                .mapToInt(Integer::intValue)
                .sum();
    }
}
