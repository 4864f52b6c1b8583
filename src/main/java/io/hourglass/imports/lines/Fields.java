package io.hourglass.imports.lines;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.time.IsoInstant;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a line by their names; an empty one is none.
 *
 * @param values none of them empty
 */
record Fields(Map<String, String> values) {

    Fields {
        values = Map.copyOf(values);
    }

    @Nullable
    String optional(String name) {
        return values.get(name);
    }

    String required(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new InvalidInput(name, "", "given");
        }
        return value;
    }

    Instant instant(String name) {
        var value = required(name);
        try {
            return IsoInstant.parse(value).truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw new InvalidInput(
                    name, value, "an instant in UTC such as 2016-02-29T01:16:00Z, in the years 1970 to 9999");
        }
    }

    <E extends Enum<E>> E one(String name, E[] all) {
        var value = required(name);
        return Stream.of(all)
                .filter(each -> each.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(name, value, "one of " + Arrays.toString(all)));
    }

    /** Null where none is given. */
    <E extends Enum<E>> @Nullable E oneOrNone(String name, E[] all) {
        return optional(name) == null ? null : one(name, all);
    }
}
