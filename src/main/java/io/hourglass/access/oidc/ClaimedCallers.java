package io.hourglass.access.oidc;

import static java.util.stream.Collectors.toSet;

import io.hourglass.access.Settings;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Role;
import io.hourglass.access.callers.Scope;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.ids.SupplierId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Reads the caller from the claims of an identity provider; a claim of another shape is ignored. */
@Component
@EnableConfigurationProperties(Settings.class)
public class ClaimedCallers {

    private final Settings.Claims claims;

    ClaimedCallers(Settings settings) {
        this.claims = settings.claims();
    }

    /**
     * A party's role is none where the claims lack the party, or name another role too; who has both is no party, and
     * a caller who is both supplier and buyer has no role.
     */
    public Caller caller(Map<String, Object> said) {
        var supplier = text(said, claims.supplier());
        var buyer = text(said, claims.buyer());
        var named = named(texts(claim(said, claims.roles())));
        var roles = named.stream()
                .filter(role -> !role.isParty() || named.size() == 1)
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

    private Set<Role> named(Collection<String> names) {
        return Arrays.stream(Role.values())
                .filter(role -> names.stream().anyMatch(nameOf(role)::equalsIgnoreCase))
                .collect(toSet());
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

    /** The subject's id where the name cannot be kept as who did something. */
    private static String nameIn(Map<String, Object> said) {
        var name = text(said, "preferred_username");
        return name == null || !ExternalId.isOne(name, ExternalId.MAX_LENGTH) ? String.valueOf(said.get("sub")) : name;
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
