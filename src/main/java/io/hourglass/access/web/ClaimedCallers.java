package io.hourglass.access.web;

import static java.util.stream.Collectors.toSet;

import io.hourglass.access.Caller;
import io.hourglass.access.Role;
import io.hourglass.access.Scope;
import io.hourglass.kernel.BuyerId;
import io.hourglass.kernel.SupplierId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Reads from the claims of an identity provider who somebody is; a claim of another shape says nothing. */
@Component
@EnableConfigurationProperties(Settings.class)
class ClaimedCallers {

    private final Settings.Claims claims;

    ClaimedCallers(Settings settings) {
        this.claims = settings.claims();
    }

    /** Without a role where the claims name none, or lack the party that the role needs. */
    Caller caller(Map<String, Object> said) {
        var supplier = text(said, claims.supplier());
        var buyer = text(said, claims.buyer());
        var names = texts(claim(said, claims.roles()));
        var roles = Arrays.stream(Role.values())
                .filter(role -> names.stream().anyMatch(nameOf(role)::equalsIgnoreCase))
                .filter(role -> role != Role.SUPPLIER || supplier != null)
                .filter(role -> role != Role.BUYER || buyer != null)
                .collect(toSet());
        return new Caller(
                nameIn(said),
                roles,
                roles.contains(Role.INTEGRATION) ? scopes(said) : Set.of(),
                roles.contains(Role.SUPPLIER) && supplier != null ? new SupplierId(supplier) : null,
                roles.contains(Role.BUYER) && buyer != null ? new BuyerId(buyer) : null);
    }

    private String nameOf(Role role) {
        return claims.names().getOrDefault(role, role.name());
    }

    private Set<Scope> scopes(Map<String, Object> said) {
        var granted = text(said, "scope");
        var names = granted == null ? Set.<String>of() : Set.copyOf(Arrays.asList(granted.split(" ", -1)));
        return EnumSet.allOf(Scope.class).stream()
                .filter(scope -> names.stream().anyMatch((claims.scopePrefix() + scope.name())::equalsIgnoreCase))
                .collect(toSet());
    }

    private static String nameIn(Map<String, Object> said) {
        var name = text(said, "preferred_username");
        return name == null ? String.valueOf(said.get("sub")) : name;
    }

    private static @Nullable String text(Map<String, Object> said, String name) {
        return claim(said, name) instanceof String text && !text.isBlank() ? text : null;
    }

    private static Collection<String> texts(@Nullable Object claim) {
        return claim instanceof Collection<?> all
                ? all.stream().map(String::valueOf).toList()
                : Set.of();
    }

    private static @Nullable Object claim(Map<String, Object> said, String path) {
        Object found = said;
        for (var step : path.split("\\.", -1)) {
            found = found instanceof Map<?, ?> object ? object.get(step) : null;
        }
        return found;
    }
}
