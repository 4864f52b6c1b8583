package io.hourglass.bench.trial;

/** What a slice goes through, in this order. */
public enum Phase {
    INTAKE,
    ANSWERS,
    DEADLINES,
    LATE_FACTS,
    EXPIRED_OFFERS,
    SETTLEMENT
}
