package io.hourglass.diagnosis;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A countable inquiry of one supplier, and how it went.
 *
 * @param receivedAt in the zone of the marketplace
 * @param category null if it has none
 * @param account that wrote the reply by which it counts as answered; null if unanswered, or not known
 */
record Handled(ZonedDateTime receivedAt, @Nullable String category, @Nullable String account, boolean timely) {}
