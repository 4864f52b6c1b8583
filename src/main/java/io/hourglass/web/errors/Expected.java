package io.hourglass.web.errors;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a value of a type looks like, for anyone who sent another. */
final class Expected {

    private Expected() {}

    static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(joining(", "));
        }
        if (type == Instant.class) {
            return "an ISO-8601 instant such as 2026-03-02T02:00:00Z, in the years 1970 to 9999";
        }
        if (type == LocalDate.class) {
            return "an ISO-8601 date such as 2026-03-02, in the years 1970 to 9999";
        }
        return type == LocalDateTime.class ? "a local time such as 2026-03-02T09:30" : simple(type);
    }

    private static String simple(Class<?> type) {
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == Integer.class) {
            return "a whole number";
        }
        return type == String.class ? "a string" : "a JSON object";
    }
}
