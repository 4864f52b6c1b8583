package io.hourglass.mailbox.grants;

import io.hourglass.kernel.InvalidInput;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;

/** The providers of grants that are configured. */
@Component
@EnableConfigurationProperties(GrantSettings.class)
public class Providers {

    private static final Map<String, String> KNOWN = Map.of(
            "google", "https://oauth2.googleapis.com/token",
            "microsoft", "https://login.microsoftonline.com/common/oauth2/v2.0/token");

    private static final int LONGEST_NAME = 32;

    private final Map<String, ClientRegistration> clients = new TreeMap<>();

    /** @throws InvalidInput if one cannot be asked for tokens */
    public Providers(GrantSettings settings) {
        settings.providers().forEach((name, provider) -> clients.put(name, client(name, provider)));
    }

    private static ClientRegistration client(String name, GrantSettings.Provider provider) {
        var setting = "hourglass.mailbox.providers." + name;
        var uri = provider.tokenUri() == null ? KNOWN.get(name) : provider.tokenUri();
        if (uri == null) {
            throw new InvalidInput(setting + ".token-uri", null, "set, as the provider is not known");
        }
        if (name.length() > LONGEST_NAME) {
            throw new InvalidInput(setting, "a name", "of up to " + LONGEST_NAME + " characters");
        }
        return ClientRegistration.withRegistrationId(name)
                .clientId(provider.clientId())
                .clientSecret(provider.clientSecret())
                .clientAuthenticationMethod(
                        provider.clientSecret().isEmpty()
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .scope(provider.scope())
                .tokenUri(uri)
                .build();
    }

    /** Ordered by name. */
    public SortedSet<String> names() {
        return new TreeSet<>(clients.keySet());
    }

    Optional<ClientRegistration> client(String name) {
        return Optional.ofNullable(clients.get(name));
    }
}
