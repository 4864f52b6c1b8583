package io.hourglass.rate;

import io.hourglass.kernel.SupplierId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settled days, counted for each supplier. A supplier without inquiries on a day has no bucket of that day. */
public interface DayBuckets {

    void add(Collection<DayBucket> buckets);

    /** Puts the bucket in the place of the one that the supplier has of that day. */
    void replace(DayBucket bucket);

    /** In day order; both ends are included. */
    List<DayBucket> of(SupplierId supplier, LocalDate from, LocalDate to);

    /**
     * What the buckets of those days hold together; both ends are included.
     *
     * @param supplier null for all
     */
    Counts totals(@Nullable SupplierId supplier, LocalDate from, LocalDate to);
}
