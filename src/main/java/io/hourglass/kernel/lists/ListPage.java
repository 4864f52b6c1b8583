package io.hourglass.kernel.lists;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list (pagination).
 *
 * @param total on all pages; null where they are not counted
 * @param more whether there are others on further pages
 */
public record ListPage<T>(PageQuery query, List<T> items, @Nullable Integer total, boolean more) {

    public static <T> ListPage<T> counted(PageQuery query, List<T> items, int total) {
        return new ListPage<>(query, items, total, query.offset() + query.size() < total);
    }

    /**
     * On all pages.
     *
     * @throws IllegalStateException if they are not counted
     */
    public int countedTotal() {
        if (total == null) {
            throw new IllegalStateException("the items of this list are not counted");
        }
        return total;
    }

    /** The number of the first item, counted from 1. */
    public long first() {
        return query.offset() + 1;
    }

    /** Of the last; one less than the first where there is none. */
    public long last() {
        return query.offset() + items.size();
    }

    /** What is made of those on the page, of all of them at once. */
    public <R> ListPage<R> map(Function<List<T>, List<R>> making) {
        return new ListPage<>(query, making.apply(items), total, more);
    }
}
