package io.hourglass.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.access.Settings;
import io.hourglass.access.callers.Role;
import io.hourglass.access.callers.Scope;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

@DisplayName("The claims of an identity provider")
class ClaimedCallersTest {

    private static ClaimedCallers reading(String roles, Map<Role, String> names) {
        var claims = new Settings.Claims(roles, "supplier", "org.buyer", names, "hourglass:");
        return new ClaimedCallers(new Settings(
                DataSize.ofKilobytes(1), DataSize.ofKilobytes(1), DataSize.ofKilobytes(1), 1, true, claims));
    }

    private static Map<String, Object> keycloak(Object... roles) {
        var claims = new HashMap<String, Object>();
        claims.put("sub", "4711");
        claims.put("preferred_username", "li.wei");
        claims.put("realm_access", Map.of("roles", List.of(roles)));
        return claims;
    }

    @Test
    @DisplayName("say the name and the role, in any case, where Keycloak puts them")
    void keycloak() {
        var caller = reading("realm_access.roles", Map.of()).caller(keycloak("operations", "offline_access"));
        assertThat(caller.name()).isEqualTo("li.wei");
        assertThat(caller.roles()).containsExactly(Role.OPERATIONS);
        assertThat(caller.scopes()).isEmpty();
    }

    @Test
    @DisplayName("say whose supplier or buyer somebody is; without that the role is none")
    void parties() {
        var reading = reading("realm_access.roles", Map.of());
        assertThat(reading.caller(keycloak("SUPPLIER", "BUYER")).roles()).isEmpty();
        assertThat(reading.caller(keycloak("SUPPLIER")).isParty()).isTrue();
        var claims = keycloak("SUPPLIER");
        claims.put("supplier", "s1");
        claims.put("org", Map.of("buyer", "b1"));
        var caller = reading.caller(claims);
        assertThat(caller.supplier()).isEqualTo(new SupplierId("s1"));
        assertThat(caller.buyer()).as("it has no such role").isNull();
        claims.put("realm_access", Map.of("roles", List.of("buyer")));
        assertThat(reading.caller(claims).buyer()).isEqualTo(new BuyerId("b1"));
        assertThat(reading.caller(claims).supplier()).isNull();
    }

    @Test
    @DisplayName("name a supplier or buyer alone: beside another role that role is none, and both at once are nobody")
    void oneParty() {
        var claims = keycloak("SUPPLIER", "AUDITOR");
        claims.put("supplier", "s1");
        claims.put("org", Map.of("buyer", "b1"));
        var reading = reading("realm_access.roles", Map.of());
        assertThat(reading.caller(claims).roles()).containsExactly(Role.AUDITOR);
        assertThat(reading.caller(claims).supplier()).isNull();
        claims.put("realm_access", Map.of("roles", List.of("SUPPLIER", "BUYER")));
        assertThat(reading.caller(claims).roles()).isEmpty();
        claims.put("realm_access", Map.of("roles", List.of("OPERATIONS", "AUDITOR", "offline_access")));
        assertThat(reading.caller(claims).roles()).containsExactlyInAnyOrder(Role.OPERATIONS, Role.AUDITOR);
    }

    @Test
    @DisplayName("name who somebody is by the subject where the name is longer than 64 characters")
    void name() {
        var reading = reading("realm_access.roles", Map.of());
        var claims = keycloak("AUDITOR");
        claims.put("preferred_username", "x".repeat(64));
        assertThat(reading.caller(claims).name()).isEqualTo("x".repeat(64));
        claims.put("preferred_username", "x".repeat(65));
        assertThat(reading.caller(claims).name()).isEqualTo("4711");
    }

    @Test
    @DisplayName("grant scopes to systems alone, and only those with the prefix")
    void scopes() {
        var reading = reading("realm_access.roles", Map.of());
        var claims = keycloak("integration");
        claims.put("scope", "openid hourglass:submit hourglass:READ tell hourglass:none");
        assertThat(reading.caller(claims).scopes()).containsExactlyInAnyOrder(Scope.SUBMIT, Scope.READ);
        claims.put("realm_access", Map.of("roles", List.of("auditor")));
        assertThat(reading.caller(claims).scopes()).isEmpty();
    }

    @Test
    @DisplayName("may have other names, which then are the only ones")
    void otherNames() {
        var reading = reading("groups", Map.of(Role.AUDITOR, "revision"));
        var claims = new HashMap<String, Object>(Map.of("sub", "4711", "groups", List.of("Revision")));
        assertThat(reading.caller(claims).roles()).containsExactly(Role.AUDITOR);
        assertThat(reading.caller(claims).name()).isEqualTo("4711");
        claims.put("groups", List.of("auditor"));
        assertThat(reading.caller(claims).roles()).isEmpty();
    }

    @Test
    @DisplayName("of another shape say nothing")
    void otherShape() {
        var reading = reading("realm_access.roles", Map.of());
        for (Object shape : new Object[] {"OPERATIONS", 7, List.of("OPERATIONS"), Map.of("roles", "OPERATIONS")}) {
            assertThat(reading.caller(Map.of("sub", "x", "realm_access", shape)).roles())
                    .as(shape.toString())
                    .isEmpty();
        }
        assertThat(reading.caller(Map.of("sub", "x")).roles()).isEmpty();
    }
}
