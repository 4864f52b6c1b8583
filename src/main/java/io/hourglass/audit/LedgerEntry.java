package io.hourglass.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger as it is told by whoever keeps it.
 *
 * @param by the person behind it, by its id; the ledger shows a pseudonym. Null where there is none
 * @param fields in their order; instants are cut to the millisecond
 */
public record LedgerEntry(String kind, @Nullable String by, Map<String, Object> fields) {

    /** @param namesAndValues in turn; a field whose value is null is left out */
    public static LedgerEntry of(String kind, @Nullable String by, @Nullable Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (var index = 0; index < namesAndValues.length; index += 2) {
            var value = namesAndValues[index + 1];
            if (value != null) {
                fields.put(String.valueOf(namesAndValues[index]), value);
            }
        }
        return new LedgerEntry(kind, by, fields);
    }

    /** The fields as canonical JSON. */
    public String json() {
        return CanonicalJson.of(fields);
    }

    /** The inquiry that it is of; null for one of no inquiry. */
    public @Nullable String inquiry() {
        var inquiry = fields.get("inquiry");
        return inquiry == null ? null : inquiry.toString();
    }
}
