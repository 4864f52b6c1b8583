package io.hourglass.mailbox.grants;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who grants access to mailboxes.
 *
 * @param providers by name; of {@code google} and {@code microsoft} addresses and rights are known
 */
@ConfigurationProperties("hourglass.mailbox")
public record GrantSettings(@DefaultValue Map<String, Provider> providers) {

    public GrantSettings {
        providers = Map.copyOf(providers);
    }

    /**
     * This program as a client of a provider.
     *
     * @param clientSecret empty if it has none
     * @param authorizationUri where consent is asked for; null for the provider's own
     * @param tokenUri where tokens are asked for; null for the provider's own
     * @param scope which rights are asked for; none for those that are known, and for those of a grant that there is
     */
    public record Provider(
            String clientId,
            @DefaultValue("") String clientSecret,
            @Nullable String authorizationUri,
            @Nullable String tokenUri,
            @DefaultValue List<String> scope) {

        @Override
        public String toString() {
            return "Provider[" + clientId + "]";
        }
    }
}
