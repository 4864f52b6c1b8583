package io.hourglass.chat.diagnosis;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.hourglass.chat.ConsultationId;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Consultations that opened among more within an hour than twice what their account has in its busy hours. */
final class Bursts {

    /** So many within an hour at least. */
    static final int LEAST = 5;

    private static final int TIMES_USUAL = 2;

    /** Fewer hours with any say nothing of what is usual. */
    private static final int LEAST_HOURS = 10;

    private static final Duration HOUR = Duration.ofHours(1);

    private Bursts() {}

    /**
     * @param all of any accounts
     * @param usual the days that show what is usual; if these are too few, all do
     */
    static Set<ConsultationId> among(List<HandledConsultation> all, Span usual) {
        var found = new HashSet<ConsultationId>();
        all.stream().collect(groupingBy(HandledConsultation::account)).values().forEach(one -> mark(one, usual, found));
        return found;
    }

    private static void mark(List<HandledConsultation> ofAccount, Span usual, Set<ConsultationId> found) {
        var least = Math.max(LEAST, TIMES_USUAL * carries(ofAccount, usual));
        var sorted = ofAccount.stream()
                .sorted(Comparator.comparing(HandledConsultation::openedAt))
                .toList();
        var marked = 0;
        for (int first = 0, last = 0; last < sorted.size(); last++) {
            var ends = sorted.get(last).openedAt();
            while (!sorted.get(first).openedAt().plus(HOUR).isAfter(ends)) {
                first++;
            }
            if (last - first + 1 >= least) {
                for (marked = Math.max(marked, first); marked <= last; marked++) {
                    found.add(sorted.get(marked).id());
                }
            }
        }
    }

    /** In nine of ten clock hours that have any, it has that many or fewer. */
    private static int carries(List<HandledConsultation> ofAccount, Span usual) {
        var before = perHour(
                ofAccount.stream().filter(one -> usual.contains(one.day())).toList());
        var hours = before.size() < LEAST_HOURS ? perHour(ofAccount) : before;
        return hours.get((9 * hours.size() + 9) / 10 - 1).intValue();
    }

    private static List<Long> perHour(Collection<HandledConsultation> some) {
        return some.stream()
                .collect(collectingAndThen(
                        groupingBy(one -> one.openedAt().getEpochSecond() / HOUR.toSeconds(), counting()),
                        hours -> hours.values().stream().sorted().toList()));
    }
}
