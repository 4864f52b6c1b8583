package io.hourglass.access.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Role;
import io.hourglass.access.callers.Scope;
import io.hourglass.access.proofs.CallerToken;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Callers for tests. A request of a test that says nothing else comes from a system that may do all. */
@Configuration(proxyBeanMethods = false)
public class As {

    public static final Caller SYSTEM =
            new Caller("tests", Set.of(Role.INTEGRATION, Role.OPERATIONS), EnumSet.allOf(Scope.class), null, null);

    @Bean
    MockMvcBuilderCustomizer callsOfTheSystem() {
        return mvc -> mvc.defaultRequest(get("/").with(as(SYSTEM)).with(csrf()));
    }

    public static RequestPostProcessor as(Caller caller) {
        return authentication(new CallerToken(caller));
    }

    public static Caller operations() {
        return new Caller("olga", Set.of(Role.OPERATIONS), Set.of(), null, null);
    }

    public static Caller auditor() {
        return new Caller("ada", Set.of(Role.AUDITOR), Set.of(), null, null);
    }

    public static Caller supplier(String id) {
        return new Caller("li.wei", Set.of(Role.SUPPLIER), Set.of(), new SupplierId(id), null);
    }

    public static Caller buyer(String id) {
        return new Caller("anna", Set.of(Role.BUYER), Set.of(), null, new BuyerId(id));
    }

    public static Caller integration(Scope... scopes) {
        return new Caller("backend", Set.of(Role.INTEGRATION), Set.of(scopes), null, null);
    }
}
