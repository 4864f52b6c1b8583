package io.hourglass.audit.entries;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * JSON in one form only: no spaces, fields and lists in their given order, sets sorted, instants in UTC with three digits of a second, nothing
 * escaped but quotation marks, backslashes and control characters.
 */
public final class CanonicalJson {

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private CanonicalJson() {}

    /** @param fields each with a value, see {@link #value} */
    public static String of(Map<String, Object> fields) {
        return fields.entrySet().stream()
                .map(field -> quoted(field.getKey()) + ":" + value(field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /**  value a number, a truth, an instant, a collection of texts, or a text */
    public static String value(Object value) {
        if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof Instant instant) {
            return quoted(INSTANT.format(instant));
        }
        if (value instanceof Collection<?> all) {
            var each = all.stream().map(one -> quoted(String.valueOf(one)));
            return (value instanceof List ? each : each.sorted()).collect(Collectors.joining(",", "[", "]"));
        }
        return quoted(value.toString());
    }

    private static String quoted(String text) {
        var json = new StringBuilder(text.length() + 2).append('"');
        for (var index = 0; index < text.length(); index++) {
            var character = text.charAt(index);
            if (character == '"' || character == '\\') {
                json.append('\\').append(character);
            } else if (character < ' ') {
                json.append(String.format("\\u%04x", (int) character));
            } else {
                json.append(character);
            }
        }
        return json.append('"').toString();
    }
}
