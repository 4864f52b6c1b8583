package io.hourglass.chat.reading;

import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.rate.numbers.Publication;

/**
 * An account of a shop with its numbers.
 *
 * @param published of the latest date whose numbers are out
 * @param today so far
 */
public record AccountFigures(ChatAccount account, Publication published, DayCount yesterday, DayCount today) {}
