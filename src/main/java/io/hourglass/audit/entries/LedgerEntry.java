package io.hourglass.audit.entries;

import io.hourglass.kernel.ids.Track;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger as provided by the module that stores it.
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

    /** The name of the track that it is of, as far as it says. */
    public String track() {
        return fields.getOrDefault("track", Track.INQUIRY).toString();
    }

    /** The id of the case that it is of; null for one of no case. */
    public @Nullable String caseId() {
        var id = fields.containsKey("case") ? fields.get("case") : fields.get("inquiry");
        return id == null ? null : id.toString();
    }
}
