package io.hourglass.chat.abnormal;

import java.time.Duration;

/**
 * What a rule asks for.
 *
 * @param least so many different accounts or shops
 * @param within in so long, that instant included
 */
public record Limit(int least, Duration within) {}
