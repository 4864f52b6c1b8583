package io.hourglass.portal.supplier;

import io.hourglass.portal.chips.Chips;
import io.hourglass.web.lists.Pager;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the inbox.
 *
 * @param total of all that were found
 * @param waiting how many wait for an answer, whatever was asked for
 * @param soon how many of those have no more than a day left
 * @param now the figure as it stands
 * @param chips by state, whatever of these was asked for
 */
record InboxView(List<Item> items, int total, int waiting, int soon, @Nullable Owed now, Chips chips, Pager paging) {

    public boolean objectionable() {
        return items.stream().anyMatch(Item::objectionable);
    }
}
