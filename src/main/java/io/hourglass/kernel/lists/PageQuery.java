package io.hourglass.kernel.lists;

import io.hourglass.kernel.InvalidInput;
import java.util.List;

/**
 * Which page of a list is asked for.
 *
 * @param page from 0
 * @param size how many a page shows, 1 or more
 */
public record PageQuery(int page, int size) {

    /** A list that is asked for a part of itself. */
    @FunctionalInterface
    public interface Source<T> {

        /**
         * @param offset how many to leave out at the top
         * @param limit how many to give at the most
         */
        List<T> part(long offset, int limit);
    }

    public PageQuery {
        if (page < 0) {
            throw new InvalidInput("page", page, "0 or more");
        }
        if (size < 1) {
            throw new InvalidInput("size", size, "1 or more");
        }
    }

    /** How many are on the pages before. */
    public long offset() {
        return (long) page * size;
    }

    /** Its page of a list that nobody counts: one more is asked for than it shows, by which it is known whether there are others. */
    public <T> ListPage<T> from(Source<T> source) {
        var found = source.part(offset(), size + 1);
        return new ListPage<>(this, found.subList(0, Math.min(size, found.size())), null, found.size() > size);
    }

    /** Its page of a list of which all are at hand. */
    public <T> ListPage<T> cut(List<T> all) {
        return ListPage.counted(this, all.stream().skip(offset()).limit(size).toList(), all.size());
    }
}
