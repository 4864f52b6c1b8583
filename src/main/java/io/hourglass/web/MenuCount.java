package io.hourglass.web;

import io.hourglass.access.Caller;

/** How much work waits behind an entry of the menu. Each is asked every half minute of everybody whose page is open. */
public interface MenuCount {

    /** The name of the entry. */
    String entry();

    /** @return 0 or more; 0 for one whose menu has no such entry */
    long of(Caller caller);
}
