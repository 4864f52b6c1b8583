package io.hourglass.web.lists;

import io.hourglass.kernel.lists.ListPage;
import io.hourglass.web.PresentAddress;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list with the links to its neighbours: the present address with another {@code page}.
 *
 * @param previous null on the first page
 * @param next null on the last
 */
public record Pager(ListPage<?> list, @Nullable String previous, @Nullable String next) {

    public static Pager of(ListPage<?> list) {
        return of("page", list);
    }

    /** @param parameter that asks for the page, where one address shows several lists */
    public static Pager of(String parameter, ListPage<?> list) {
        var page = list.query().page();
        return new Pager(
                list,
                page == 0 ? null : PresentAddress.with(parameter, page - 1),
                list.more() ? PresentAddress.with(parameter, page + 1) : null);
    }

    /** The same, for a list that begins at an anchor of the page. */
    public Pager at(String anchor) {
        return new Pager(list, anchored(previous, anchor), anchored(next, anchor));
    }

    private static @Nullable String anchored(@Nullable String address, String anchor) {
        return address == null ? null : address + "#" + anchor;
    }
}
