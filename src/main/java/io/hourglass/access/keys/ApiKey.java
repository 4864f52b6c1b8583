package io.hourglass.access.keys;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Role;
import io.hourglass.access.callers.Scope;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.ExternalId;
import java.time.Instant;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A key by which a system calls. Of its secret only the hash is kept.
 *
 * @param secretHash SHA-256 of the secret, in hexadecimal digits
 * @param madeBy the account that made it
 * @param person who stands behind that account
 * @param revokedAt null while it can be used
 */
@Value.Builder
public record ApiKey(
        String id,
        String name,
        Set<Scope> scopes,
        String secretHash,
        Instant madeAt,
        String madeBy,
        String person,
        @Nullable Instant revokedAt) {

    /** @throws InvalidInput if the name could be no caller's */
    public ApiKey {
        ExternalId.check("name", name, ExternalId.MAX_LENGTH);
        scopes = Set.copyOf(scopes);
    }

    public static ApiKeyBuilder builder() {
        return new ApiKeyBuilder();
    }

    Caller caller() {
        return new Caller(name, Set.of(Role.INTEGRATION), scopes, null, null, person);
    }

    @Override
    public String toString() {
        return "ApiKey[" + id + ", " + name + ", " + scopes + "]";
    }
}
