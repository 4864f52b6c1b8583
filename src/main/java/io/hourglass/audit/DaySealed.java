package io.hourglass.audit;

import java.time.LocalDate;

/** Told in the transaction that seals the day. */
public record DaySealed(LocalDate day) {}
