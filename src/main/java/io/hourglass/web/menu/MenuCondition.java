package io.hourglass.web.menu;

import io.hourglass.access.callers.Caller;

/** Whether somebody has an entry that not everybody of the role needs. It is asked once for each page. */
public interface MenuCondition {

    /** The name of the entry. */
    String entry();

    /** @param caller whose role has the entry */
    boolean isFor(Caller caller);
}
