package io.hourglass.mailbox.grants;

import io.hourglass.kernel.InvalidInput;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;

/** The providers of grants that are configured. */
@Component
@EnableConfigurationProperties(GrantSettings.class)
public class Providers {

    private static final int LONGEST_NAME = 32;

    private final Map<String, Configured> all = new TreeMap<>();

    /** @throws InvalidInput if one cannot be asked for consent, or for tokens */
    public Providers(GrantSettings settings) {
        settings.providers().forEach((name, provider) -> all.put(name, configured(name, provider)));
    }

    /**
     * A provider.
     *
     * @param scope the rights for which consent is asked
     * @param further what it is told with that
     */
    record Configured(ClientRegistration client, List<String> scope, Map<String, Object> further) {

        String authorizationUri() {
            return client.getProviderDetails().getAuthorizationUri();
        }

        private String origin() {
            var uri = URI.create(authorizationUri());
            return uri.getScheme() + "://" + uri.getRawAuthority();
        }
    }

    private static Configured configured(String name, GrantSettings.Provider provider) {
        if (name.length() > LONGEST_NAME) {
            throw new InvalidInput(setting(name, ""), "a name", "of up to " + LONGEST_NAME + " characters");
        }
        var known = KnownProvider.of(name);
        var authorization =
                set(setting(name, ".authorization-uri"), provider.authorizationUri(), known.authorizationUri());
        if (!isSafe(authorization)) {
            throw new InvalidInput(setting(name, ".authorization-uri"), authorization, "an address with https://");
        }
        var client = ClientRegistration.withRegistrationId(name)
                .clientId(provider.clientId())
                .clientSecret(provider.clientSecret())
                .clientAuthenticationMethod(
                        provider.clientSecret().isEmpty()
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .scope(provider.scope())
                .authorizationUri(authorization)
                .tokenUri(set(setting(name, ".token-uri"), provider.tokenUri(), known.tokenUri()))
                .build();
        return new Configured(client, provider.scope().isEmpty() ? known.scope() : provider.scope(), known.further());
    }

    private static String setting(String name, String which) {
        return "hourglass.mailbox.providers." + name + which;
    }

    private static String set(String setting, @Nullable String address, @Nullable String known) {
        var uri = address == null ? known : address;
        if (uri == null) {
            throw new InvalidInput(setting, null, "set, as the provider is not known");
        }
        return uri;
    }

    /** People are led there, and pages name its origin to browsers: without encryption on this machine alone. */
    private static boolean isSafe(String address) {
        try {
            var uri = URI.create(address);
            return uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme()) && "127.0.0.1".equals(uri.getHost())));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Ordered by name. */
    public SortedSet<String> names() {
        return new TreeSet<>(all.keySet());
    }

    /** To which people are led who consent, such as {@code https://accounts.google.com}. */
    public SortedSet<String> origins() {
        var origins = new TreeSet<String>();
        all.values().forEach(provider -> origins.add(provider.origin()));
        return origins;
    }

    Optional<Configured> find(String name) {
        return Optional.ofNullable(all.get(name));
    }
}
