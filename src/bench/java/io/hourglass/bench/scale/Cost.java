package io.hourglass.bench.scale;

import io.hourglass.bench.measure.Spread;

/**
 * What a look costs.
 *
 * @param alone milliseconds of one caller
 * @param beside the same of twenty callers, while inquiries come in
 * @param rows that the database reads for one
 * @param buffers that it touches
 * @param bytes of the answer
 * @param refused how many of the twenty's looks were told to come later (503)
 */
record Cost(Look look, Spread alone, Spread beside, long rows, long buffers, int bytes, int refused) {}
