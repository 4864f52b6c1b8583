package io.hourglass.lab;

import io.hourglass.referral.ranking.Served;
import java.time.Instant;

/**
 * An inquiry of a log with known final suppliers.
 *
 * @param listed whether another supplier than the one asked served it in the end, by the list of final suppliers
 * @param timely whether the supplier asked replied within 72 hours
 */
record LoggedInquiry(Instant receivedAt, Served served, boolean listed, boolean timely) {}
