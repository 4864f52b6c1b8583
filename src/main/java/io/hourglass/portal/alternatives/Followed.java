package io.hourglass.portal.alternatives;

import io.hourglass.inquiry.reading.BuyerStatus;
import io.hourglass.kernel.time.ZonedFormat.Shown;
import io.hourglass.portal.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The status of an inquiry that was sent to an alternative.
 *
 * @param due its reply deadline
 * @param token of the new inquiry's own page, where the buyer can ask again; null while there is nothing to ask
 */
record Followed(String name, BuyerStatus became, Shown due, List<Answer> answers, @Nullable String token) {}
