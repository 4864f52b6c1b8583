package io.hourglass.web;

import io.hourglass.kernel.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list is, and its neighbours: the present address with another {@code page}.
 *
 * @param first the number of the first line shown, counted from 1
 * @param last of the last; one less than the first where nothing is shown
 * @param total on all pages; null where it is not counted
 * @param previous null on the first page
 * @param next null on the last
 */
public record Paging(long first, long last, @Nullable Integer total, @Nullable String previous, @Nullable String next) {

    /** @param page from 0 */
    public static Paging of(int page, int size, int shown, int total) {
        var more = (page + 1L) * size < total;
        return of("page", page, size, shown, total, more);
    }

    /** The same, for a list that begins at an anchor of the page. */
    public Paging at(String anchor) {
        return new Paging(first, last, total, anchored(previous, anchor), anchored(next, anchor));
    }

    private static @Nullable String anchored(@Nullable String address, String anchor) {
        return address == null ? null : address + "#" + anchor;
    }

    /** Where nobody has counted how many there are. */
    public static Paging uncounted(int page, int size, Slice<?> slice) {
        return uncounted("page", page, size, slice);
    }

    /** @param name of the parameter, on a page with several lists */
    public static Paging uncounted(String name, int page, int size, Slice<?> slice) {
        return of(name, page, size, slice.shown().size(), null, slice.more());
    }

    private static Paging of(String name, int page, int size, int shown, @Nullable Integer total, boolean more) {
        return new Paging(
                (long) page * size + 1,
                (long) page * size + shown,
                total,
                page == 0 ? null : PresentAddress.with(name, page - 1),
                more ? PresentAddress.with(name, page + 1) : null);
    }
}
