package io.hourglass.audit;

import io.hourglass.kernel.TrackDay;

/** Told in the transaction that seals the day. */
public record DaySealed(TrackDay day) {}
