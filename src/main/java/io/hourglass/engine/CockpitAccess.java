package io.hourglass.engine;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The one login of Cockpit: unless a password is configured, each start makes a new one and says it. */
@Component
@ConditionalOnWebApplication
class CockpitAccess {

    private static final Logger log = LoggerFactory.getLogger(CockpitAccess.class);
    private static final String SYMBOLS = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 20;

    private final IdentityService identity;
    private final String user;
    private final String configuredPassword;

    CockpitAccess(
            IdentityService identity,
            @Value("${camunda.bpm.admin-user.id}") String user,
            @Value("${hourglass.cockpit.password:}") String configuredPassword) {
        this.identity = identity;
        this.user = user;
        this.configuredPassword = configuredPassword;
    }

    @EventListener
    void open(ApplicationReadyEvent ready) {
        var environment = ready.getApplicationContext().getEnvironment();
        var generated = configuredPassword.isEmpty();
        var password = generated ? generate() : configuredPassword;
        var operations = identity.createUserQuery().userId(user).singleResult();
        operations.setPassword(password);
        identity.saveUser(operations);
        log.info(
                "Cockpit:    {}/camunda/app/cockpit/  user {}  password {}",
                address(environment),
                user,
                generated ? password : "(as configured)");
    }

    private static String address(Environment environment) {
        return "http://127.0.0.1:" + environment.getProperty("local.server.port");
    }

    private static String generate() {
        return new SecureRandom()
                .ints(LENGTH, 0, SYMBOLS.length())
                .mapToObj(SYMBOLS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
