package io.hourglass.batch;

import java.util.List;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.retry.support.RetryTemplate;

/** What was overtaken by others is done again, a few times, after a pause that grows. */
final class LostRaces {

    private static final int ATTEMPTS = 10;
    private static final long FIRST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 200;

    private LostRaces() {}

    static RetryTemplate again() {
        return RetryTemplate.builder()
                .maxAttempts(ATTEMPTS)
                .exponentialBackoff(FIRST_PAUSE_MILLIS, 2, LONGEST_PAUSE_MILLIS, true)
                .retryOn(List.of(ConcurrencyFailureException.class, DuplicateKeyException.class))
                .build();
    }
}
