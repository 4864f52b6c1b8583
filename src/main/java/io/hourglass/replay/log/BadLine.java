package io.hourglass.replay.log;

/**
 * A line of a log that is against the format.
 *
 * @param number from 1
 * @param text as far as it can be read
 */
public record BadLine(long number, String reason, String text) {}
