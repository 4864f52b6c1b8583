package io.hourglass.inquiry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.retry.annotation.Backoff;
import org.springframework.retry.annotation.Retryable;
import org.springframework.transaction.annotation.Transactional;

/**
 * A transaction that others may overtake: the same fact sent twice at once, a reply against a timer. Who loses runs
 * again, on what the winner left; the caller sees neither.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Transactional
@Retryable(
        retryFor = {ConcurrencyFailureException.class, DuplicateKeyException.class},
        maxAttempts = 10,
        backoff = @Backoff(delay = 10, maxDelay = 200, multiplier = 2, random = true))
@interface RacingTransaction {}
