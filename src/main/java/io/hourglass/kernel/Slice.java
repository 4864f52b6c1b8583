package io.hourglass.kernel;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list that nobody counts.
 *
 * @param more whether there are others on further pages
 */
public record Slice<T>(List<T> shown, boolean more) {

    /** A list that is asked for a part of itself. */
    @FunctionalInterface
    public interface Source<T> {

        /**
         * @param offset how many to leave out at the top
         * @param limit how many to give at the most
         */
        List<T> part(long offset, int limit);
    }

    /**
     * Asks for one more than it shows, by which it is known whether there are others.
     *
     * @param page from 0
     */
    public static <T> Slice<T> of(int page, int size, Source<T> source) {
        var found = source.part((long) page * size, size + 1);
        return new Slice<>(found.subList(0, Math.min(size, found.size())), found.size() > size);
    }

    /** What is made of those shown, of all of them at once. */
    public <R> Slice<R> map(Function<List<T>, List<R>> making) {
        return new Slice<>(making.apply(shown), more);
    }
}
