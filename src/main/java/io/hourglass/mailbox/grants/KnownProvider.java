package io.hourglass.mailbox.grants;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a provider without a setting.
 *
 * @param scope the rights that reading by IMAP needs, and that a grant outlasts the first hour
 * @param further what it has to be told besides the standard, so that the person sees what is asked, and a grant comes each time
 */
record KnownProvider(
        @Nullable String authorizationUri, @Nullable String tokenUri, List<String> scope, Map<String, Object> further) {

    private static final KnownProvider NOTHING = new KnownProvider(null, null, List.of(), Map.of());

    private static final Map<String, KnownProvider> ALL = Map.of(
            "google",
            new KnownProvider(
                    "https://accounts.google.com/o/oauth2/v2/auth",
                    "https://oauth2.googleapis.com/token",
                    List.of("https://mail.google.com/"),
                    Map.of("access_type", "offline", "prompt", "consent")),
            "microsoft",
            new KnownProvider(
                    "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
                    "https://login.microsoftonline.com/common/oauth2/v2.0/token",
                    List.of("https://outlook.office.com/IMAP.AccessAsUser.All", "offline_access"),
                    Map.of("prompt", "select_account")));

    static KnownProvider of(String name) {
        return ALL.getOrDefault(name, NOTHING);
    }
}
