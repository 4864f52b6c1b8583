package io.hourglass.batch.rows;

import org.springframework.jdbc.core.PreparedStatementCreator;

/** Queries for many rows: within a transaction they come a part at a time, so that the driver never holds them all. */
public final class ManyRows {

    private static final int PART = 2_000;

    private ManyRows() {}

    /** @param params as the driver takes them, none of them null */
    public static PreparedStatementCreator of(String sql, Object... params) {
        return connection -> {
            var query = connection.prepareStatement(sql);
            query.setFetchSize(PART);
            for (var index = 0; index < params.length; index++) {
                query.setObject(index + 1, params[index]);
            }
            return query;
        };
    }
}
