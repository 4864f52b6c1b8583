package io.hourglass.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Instants as the tests tell them. The smallest step is a millisecond. */
public final class Moments {

    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    /** Its day of 2016-03-13 has 23 hours, that of 2016-11-06 has 25. */
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    /** Its day of 2018-11-04 begins at one o'clock. */
    public static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    private static final Duration STEP = Duration.ofMillis(1);

    private Moments() {}

    /** @param wallClock in Shanghai, like 2016-03-01T10:00 */
    public static Instant at(String wallClock) {
        return at(SHANGHAI, wallClock);
    }

    public static Instant at(ZoneId zone, String wallClock) {
        return LocalDateTime.parse(wallClock).atZone(zone).toInstant();
    }

    public static Instant justBefore(Instant instant) {
        return instant.minus(STEP);
    }

    public static Instant justAfter(Instant instant) {
        return instant.plus(STEP);
    }

    public static Instant hoursAfter(Instant instant, long hours) {
        return instant.plus(Duration.ofHours(hours));
    }
}
