package io.hourglass.web.menu;

import io.hourglass.access.callers.Caller;

/** How much work waits behind an entry of the menu. It is asked every half minute of each whose open page has the entry. */
public interface MenuCount {

    /** The name of the entry. */
    String entry();

    /** @param caller whose menu has the entry */
    long of(Caller caller);
}
