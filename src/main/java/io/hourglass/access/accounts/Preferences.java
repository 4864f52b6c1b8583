package io.hourglass.access.accounts;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What people have set for themselves, by the name under which they sign in. */
public interface Preferences {

    /**
     * @param zone in which its pages show times; null for the marketplace's
     * @param language a two-letter code; null for what its browser asks for
     */
    record Preference(@Nullable ZoneId zone, @Nullable String language) {

        public static final Preference NONE = new Preference(null, null);
    }

    /** {@link Preference#NONE} of one who has set nothing. */
    Preference of(String name);

    /** Takes the place of what was set. */
    void put(String name, Preference preference);

    /** Of one who is no more. */
    void forget(String name);
}
