package io.hourglass.chaos.check;

import static java.util.stream.Collectors.groupingBy;

import io.hourglass.chaos.check.Tables.SupplierDay;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.policy.ReplyPolicy;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every day whose books have closed is settled and published, each of its numbers once, and equal to a recount. */
final class NumbersCheck {

    private final ReplyPolicy policy;
    private final Map<String, List<Map.Entry<SupplierDay, Map<String, Integer>>>> buckets;

    private NumbersCheck(ReplyPolicy policy, Map<SupplierDay, Map<String, Integer>> recount) {
        this.policy = policy;
        this.buckets = recount.entrySet().stream()
                .collect(groupingBy(bucket -> bucket.getKey().supplier()));
    }

    static Finding in(Tables tables, Judged judged) {
        var now = tables.now();
        var check = new NumbersCheck(judged.policy(), BucketsCheck.recount(tables, judged));
        var comparison = new Comparison();
        Map<SupplierDay, List<String>> expected = new HashMap<>();
        tables.bookDays().forEach((day, row) -> {
            var closed = !judged.policy().days().booksClose(day).isAfter(now);
            comparison.of("whether " + day + " is settled", closed, row.settled());
            comparison.of("publication of " + day, closed ? check.publishedOn(day) : null, row.publishedOn());
            if (closed) {
                expected.putAll(check.numbersOf(day));
            }
        });
        check.unopened(tables.bookDays().keySet(), comparison);
        return Finding.of("numbers", comparison.ofMaps("number", expected, tables.numbers()));
    }

    static String inWords(int revision, LocalDate from, LocalDate to, int timely, int countable) {
        return "revision " + revision + ", " + from + " to " + to + ", " + timely + "/" + countable;
    }

    /** A day that was counted, but that the books do not hold. */
    private void unopened(Collection<LocalDate> days, Comparison comparison) {
        buckets.values().stream()
                .flatMap(List::stream)
                .map(bucket -> bucket.getKey().day())
                .distinct()
                .forEach(day -> comparison.of("whether the books hold " + day, true, days.contains(day)));
    }

    private LocalDate publishedOn(LocalDate day) {
        return day.plusDays(policy.days().booksCloseAfterDays());
    }

    private Map<SupplierDay, List<String>> numbersOf(LocalDate day) {
        var from = day.minusDays(policy.days().rateWindowDays() - 1L);
        Map<SupplierDay, List<String>> numbers = new HashMap<>();
        buckets.forEach((supplier, all) -> {
            var timely = sum(all, from, day, List.of(InquiryState.TIMELY));
            var countable =
                    sum(all, from, day, List.of(InquiryState.TIMELY, InquiryState.LATE, InquiryState.UNANSWERED));
            if (countable > 0) {
                numbers.put(
                        new SupplierDay(publishedOn(day), supplier), List.of(inWords(1, from, day, timely, countable)));
            }
        });
        return numbers;
    }

    private static int sum(
            List<Map.Entry<SupplierDay, Map<String, Integer>>> buckets,
            LocalDate from,
            LocalDate to,
            List<InquiryState> states) {
        return buckets.stream()
                .filter(bucket -> !bucket.getKey().day().isBefore(from))
                .filter(bucket -> !bucket.getKey().day().isAfter(to))
                .flatMap(
                        bucket -> states.stream().map(state -> bucket.getValue().getOrDefault(state.name(), 0)))
                .mapToInt(Integer::intValue)
                .sum();
    }
}
