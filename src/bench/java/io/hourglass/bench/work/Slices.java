package io.hourglass.bench.work;

import io.hourglass.inquiry.policy.ReplyPolicy;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Cuts the work of one contender into slices, each of a later natural day than the one before. */
public final class Slices {

    /** Every so many inquiries, a buyer who has asked one supplier asks another. */
    private static final int BUYER_ASKS_AGAIN = 25;

    private static final int LATE_EVIDENCE_EVERY = 4;
    private static final int SPREAD = 7919;

    private final String prefix;
    private final ReplyPolicy policy;
    private final LocalDate firstDay;
    private final int suppliers;
    private final List<Slice> cut = new ArrayList<>();

    /** @param suppliers so many at most; as many as inquiries, if those are fewer */
    public Slices(ReplyPolicy policy, LocalDate firstDay, int suppliers) {
        this("inquiry", policy, firstDay, suppliers);
    }

    private Slices(String prefix, ReplyPolicy policy, LocalDate firstDay, int suppliers) {
        this.prefix = prefix;
        this.policy = policy;
        this.firstDay = firstDay;
        this.suppliers = suppliers;
    }

    /** Work for the same suppliers, of days that lie so far ahead, and with ids that begin with {@code prefix}. */
    public Slices apart(String apartPrefix, int daysAhead) {
        return new Slices(apartPrefix, policy, firstDay.plusDays(daysAhead), suppliers);
    }

    /** Of the usual mix. */
    public Slice next(int size) {
        return next(size, Course::ofMix, place -> place % LATE_EVIDENCE_EVERY == 0);
    }

    /** Inquiries that nobody answers: as many timers come due. */
    public Slice nextStorm(int size) {
        return next(size, place -> Course.UNANSWERED, place -> false);
    }

    /** All so far. */
    public List<Slice> cut() {
        return List.copyOf(cut);
    }

    public SupplierId supplier(int number) {
        return new SupplierId("supplier-" + number);
    }

    public int suppliers() {
        return suppliers;
    }

    private Slice next(int size, IntFunction<Course> courseOf, IntPredicate lateEvidence) {
        var number = cut.size();
        var times = new Timetable(policy, firstDay.plusDays(number));
        var slice = new Slice(
                times,
                IntStream.range(0, size)
                        .mapToObj(place ->
                                lifecycle(number, place, size, times, courseOf.apply(place), lateEvidence.test(place)))
                        .toList());
        cut.add(slice);
        return slice;
    }

    private Lifecycle lifecycle(int slice, int place, int size, Timetable times, Course course, boolean lateEvidence) {
        var buyer = place % BUYER_ASKS_AGAIN == 0 ? place + 1 : place;
        var asked = (int) ((long) place * SPREAD % Math.min(suppliers, size));
        return new Lifecycle(
                new InquiryId(prefix + "-" + slice + "-" + place),
                new BuyerId(prefix + "-buyer-" + slice + "-" + buyer),
                supplier(asked),
                times.clocksOf(place),
                course,
                lateEvidence && course != Course.SPAM);
    }
}
