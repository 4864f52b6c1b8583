package io.hourglass.rate;

import io.hourglass.kernel.SupplierId;
import java.time.LocalDate;

/** How the inquiries that a supplier received on one settled day ended, counted. */
public record DayBucket(SupplierId supplier, LocalDate day, Counts counts) {}
