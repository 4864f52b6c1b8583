package io.hourglass.portal.supplier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the inbox.
 *
 * @param waiting how many of all those found wait for an answer
 * @param soon how many of them have no more than a day left
 * @param now the figure as it stands
 * @param page from 0
 */
record InboxView(List<Item> items, int total, int waiting, int soon, @Nullable Owed now, int page, boolean more) {}
