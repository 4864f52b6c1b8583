package io.hourglass.inquiry.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A condition of a query, and the values of its places. */
record Condition(String sql, List<Object> values) {

    static final Condition NEVER = of("false");

    Condition {
        values = List.copyOf(values);
    }

    static Condition of(String sql, Object... values) {
        return new Condition(sql, List.of(values));
    }

    /** True if there is none. */
    static Condition all(List<Condition> conditions) {
        return conditions.isEmpty() ? of("true") : joined(" and ", conditions);
    }

    /** False if there is none. */
    static Condition any(List<Condition> conditions) {
        return conditions.isEmpty() ? NEVER : joined(" or ", conditions);
    }

    private static Condition joined(String word, List<Condition> conditions) {
        var sql = conditions.stream().map(Condition::sql).collect(Collectors.joining(word, "(", ")"));
        var values = new ArrayList<Object>();
        conditions.forEach(one -> values.addAll(one.values));
        return new Condition(sql, values);
    }
}
