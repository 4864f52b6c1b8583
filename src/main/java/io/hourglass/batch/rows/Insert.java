package io.hourglass.batch.rows;

/**
 * A statement that adds a row, whose columns that may be null are texts.
 *
 * @param floor what others refer to is written first: a row refers only to rows of lower floors
 * @param byKey whether the rows of a transaction are written in the order of their keys, and not in that in which they were added
 */
public record Insert(int floor, String sql, boolean byKey) implements Comparable<Insert> {

    public Insert(int floor, String sql) {
        this(floor, sql, false);
    }

    /**
     * Whose first column is a key that comes from outside, so that two transactions may add the same rows: in the order of
     * their keys, of which one waits for the other, and never each for the other.
     */
    public static Insert byKey(int floor, String sql) {
        return new Insert(floor, sql, true);
    }

    @Override
    public int compareTo(Insert other) {
        return floor == other.floor ? sql.compareTo(other.sql) : Integer.compare(floor, other.floor);
    }
}
