package io.hourglass.incoming.chatwoot;

import io.hourglass.incoming.json.Field;
import io.hourglass.kernel.time.IsoInstant;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;

/** An instant as Chatwoot writes it: in ISO 8601, as Ruby prints one, or in seconds since 1970, with a fraction or without. */
final class ChatwootTime {

    private static final double END_OF_YEARS = 253_402_300_800.0;
    private static final double MILLIS = 1000;
    private static final Pattern PRINTED =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?) UTC");

    private ChatwootTime() {}

    /** In whole milliseconds. */
    static Instant of(Field field) {
        if (field.node().isNumber()) {
            return ofSeconds(field);
        }
        try {
            var written = PRINTED.matcher(field.text()).replaceAll("$1T$2Z");
            return Instant.ofEpochMilli(IsoInstant.parse(written).toEpochMilli());
        } catch (DateTimeException e) {
            throw noInstant(field);
        }
    }

    private static Instant ofSeconds(Field field) {
        var seconds = field.node().doubleValue();
        if (!(seconds > 0 && seconds < END_OF_YEARS)) {
            throw noInstant(field);
        }
        return Instant.ofEpochMilli(Math.round(seconds * MILLIS));
    }

    private static RuntimeException noInstant(Field field) {
        return field.breaks("an instant such as 2026-03-02T02:00:00.000Z, or the seconds since 1970");
    }
}
