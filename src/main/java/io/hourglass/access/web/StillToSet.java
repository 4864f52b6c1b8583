package io.hourglass.access.web;

import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.accounts.SampleAccess;
import io.hourglass.access.callers.Role;
import io.hourglass.access.keys.ApiKeys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;

/** Says at the start of a program without the sample what is not set yet, a line for each. */
@Component
@ConditionalOnWebApplication
class StillToSet {

    private static final Logger log = LoggerFactory.getLogger(StillToSet.class);

    private static final String DEFAULT_DATABASE = "jdbc:h2:file:./data/";

    private final SampleAccess sample;
    private final Accounts accounts;
    private final ApiKeys keys;
    private final ObjectProvider<ClientRegistrationRepository> providers;
    private final ObjectProvider<JwtDecoder> tokens;
    private final Environment settings;

    StillToSet(
            SampleAccess sample,
            Accounts accounts,
            ApiKeys keys,
            ObjectProvider<ClientRegistrationRepository> providers,
            ObjectProvider<JwtDecoder> tokens,
            Environment settings) {
        this.sample = sample;
        this.accounts = accounts;
        this.keys = keys;
        this.providers = providers;
        this.tokens = tokens;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        if (!sample.isSample()) {
            lines().forEach(log::warn);
        }
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        if (opensToNobodyAs(Role.OPERATIONS, "operations")) {
            lines.add(
                    "Nobody can sign in as operations: set HOURGLASS_ACCESS_OPERATIONS_PASSWORD (12 to 128 characters),"
                            + " or an identity provider. Who signs in so makes all other accounts but auditors'");
        }
        if (opensToNobodyAs(Role.AUDITOR, "auditor")) {
            lines.add("Nobody can sign in as an auditor: set HOURGLASS_ACCESS_AUDITOR_PASSWORD");
        }
        if (tokens.getIfAvailable() == null && keys.all().stream().noneMatch(key -> key.revokedAt() == null)) {
            lines.add("No system can call: operations makes keys with POST /api/api-keys");
        }
        if (settings.getProperty("spring.datasource.url", "").startsWith(DEFAULT_DATABASE)) {
            lines.add("The database lies in " + Path.of("data").toAbsolutePath()
                    + ": set spring.datasource.url to keep it elsewhere, or in PostgreSQL");
        }
        if (settings.getProperty("hourglass.public-address", "").isEmpty()) {
            lines.add("Links begin with http://127.0.0.1: set hourglass.public-address to where people find this");
        }
        if (opensToNobodyAs(Role.OPERATIONS, "operations")) {
            lines.add("To look around instead, start on an empty database with --demo: a sample marketplace, for this"
                    + " machine alone, with publicly known names and passwords");
        }
        return lines;
    }

    private boolean opensToNobodyAs(Role role, String name) {
        return settings.getProperty("hourglass.access." + name + "-password", "")
                        .isEmpty()
                && providers.getIfAvailable() == null
                && accounts.all().stream().map(Account::role).noneMatch(role::equals);
    }
}
