package io.hourglass.portal.mailboxes;

import io.hourglass.mailbox.grants.GrantSettings;
import io.hourglass.mailbox.grants.TokenServer;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Google, as far as tests are concerned: a server of this machine. */
@TestConfiguration(proxyBeanMethods = false)
public class ScriptedProvider {

    @Bean
    TokenServer tokenServer() {
        return new TokenServer();
    }

    @Bean
    @Primary
    GrantSettings scriptedGrants(TokenServer server) {
        return new GrantSettings(Map.of(
                "google",
                new GrantSettings.Provider(
                        "client", "marked-client-secret", server.authorizationUri(), server.uri(), List.of())));
    }
}
