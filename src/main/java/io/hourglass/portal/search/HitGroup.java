package io.hourglass.portal.search;

import io.hourglass.kernel.lists.ListPage;
import io.hourglass.web.lists.Pager;
import java.util.Locale;

/**
 * What was found of one kind, the newest first.
 *
 * @param list where all of them are listed
 */
record HitGroup(Kind kind, ListPage<Hit> hits, String list) {

    /** What is searched, in the order in which it is shown: who is called so stands before the many that have to do with it. */
    enum Kind {
        SUPPLIERS,
        BUYERS,
        INQUIRIES,
        DISPUTES;

        /** As addresses and words have it. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public String name() {
        return kind.key();
    }

    public Pager paging() {
        return Pager.of(hits);
    }
}
