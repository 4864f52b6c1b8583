package io.hourglass.persons;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry of a person's file. */
public final class Entry {

    private Entry() {}

    /** @param namesAndValues in turn */
    public static Map<String, @Nullable Object> of(@Nullable Object... namesAndValues) {
        var entry = new LinkedHashMap<String, @Nullable Object>();
        for (var at = 0; at < namesAndValues.length; at += 2) {
            entry.put(String.valueOf(namesAndValues[at]), namesAndValues[at + 1]);
        }
        return entry;
    }
}
