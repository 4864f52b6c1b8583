package io.hourglass.rate.counts;

import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.Track;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** The settled days, counted for each subject. A subject without cases on a day has no bucket of that day. */
public interface DayBuckets {

    void add(Collection<DayBucket> buckets);

    /** Puts the bucket in the place of the one that the subject has of that day. */
    void replace(DayBucket bucket);

    /** In day order; both ends are included. */
    List<DayBucket> of(Subject subject, LocalDate from, LocalDate to);

    /** What the subject's buckets of those days hold together; both ends are included. */
    Counts totals(Subject subject, LocalDate from, LocalDate to);

    /** What all buckets of the track hold together. */
    Counts totals(Track track, LocalDate from, LocalDate to);
}
