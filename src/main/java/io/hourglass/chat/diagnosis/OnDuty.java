package io.hourglass.chat.diagnosis;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.stream.IntStream;

/**
 * How many accounts of a shop were there in each hour, and how many there usually are in that hour of the week: an account is
 * there from the first to the last hour of a shift in which it wrote.
 */
final class OnDuty {

    private static final int WEEK = 7 * UsualHours.DAY;

    private final long first;
    private final int[] present;
    private final int[] usual;

    /** @param from the first day looked at */
    OnDuty(Collection<AccountWork> accounts, LocalDate from, LocalDate to) {
        this.first = from.toEpochDay() * UsualHours.DAY;
        this.present = new int[(int) (to.toEpochDay() * UsualHours.DAY - first) + UsualHours.DAY];
        accounts.forEach(this::add);
        this.usual = IntStream.range(0, WEEK).map(this::median).toArray();
    }

    private void add(AccountWork account) {
        account.shifts().forEach((began, shift) -> {
            var last = account.usual().hour(began, shift.last());
            for (var hour = account.usual().hour(began, shift.first()); hour <= last; hour++) {
                if (hour >= first && hour - first < present.length) {
                    present[(int) (hour - first)]++;
                }
            }
        });
    }

    /** Of that many hours from the first on in each week; of an even number the greater of the two in the middle. */
    private int median(int offset) {
        var sorted = IntStream.iterate(offset, hour -> hour < present.length, hour -> hour + WEEK)
                .map(hour -> present[hour])
                .sorted()
                .toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    /** Half of those that usually are, or fewer. */
    boolean wereFew(LocalDateTime at) {
        var hour = (int) (at.toLocalDate().toEpochDay() * UsualHours.DAY + at.getHour() - first);
        if (hour < 0 || hour >= present.length) {
            return false;
        }
        var expected = usual[hour % WEEK];
        return expected > 0 && 2 * present[hour] <= expected;
    }
}
