package io.hourglass.audit.seals;

import io.hourglass.kernel.tracks.TrackDay;

/** Told in the transaction that seals the day. */
public record DaySealed(TrackDay day) {}
