package io.hourglass.rate.counts;

import io.hourglass.kernel.ids.Subject;
import java.time.LocalDate;

/** How the cases of a subject on one settled day ended, counted. */
public record DayBucket(Subject subject, LocalDate day, Counts counts) {}
