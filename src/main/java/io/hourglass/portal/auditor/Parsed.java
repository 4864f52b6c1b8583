package io.hourglass.portal.auditor;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What stands in a field of a form. */
final class Parsed {

    private Parsed() {}

    /** Null if it is empty. */
    static <T> @Nullable T in(@Nullable String field, Function<String, T> as) {
        return Optional.ofNullable(field)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(as)
                .orElse(null);
    }
}
