package io.hourglass.incoming.sources;

import java.util.Locale;

/** What a source sends, and how it signs it. */
public enum Format {
    /** Facts as the lines of an import have them, signed by Standard Webhooks. */
    FACTS,
    /** Events of Chatwoot, signed as it does. */
    CHATWOOT,
    /** Mails to relay addresses, signed by Standard Webhooks with the address before them. */
    MAIL;

    /** As the configuration names it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
