package io.hourglass.batch.rows;

/**
 * A statement that adds a row, whose columns that may be null are texts.
 *
 * @param floor what others refer to is written first: a row refers only to rows of lower floors
 */
public record Insert(int floor, String sql) implements Comparable<Insert> {

    @Override
    public int compareTo(Insert other) {
        return floor == other.floor ? sql.compareTo(other.sql) : Integer.compare(floor, other.floor);
    }
}
