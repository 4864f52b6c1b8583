package io.hourglass.inquiry.reading;

import io.hourglass.inquiry.policy.Deadlines;
import java.time.Instant;

/** Until when a verdict may be disputed. The module of disputes says it. */
public interface DisputeTimes {

    /** The last instant at which the verdict of an inquiry may be disputed, inclusive. */
    Instant disputableUntil(Deadlines clocks);
}
