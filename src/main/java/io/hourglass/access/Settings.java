package io.hourglass.access;

import io.hourglass.access.callers.Role;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param bodyLimit of any request
 * @param fileLimit of a file that is imported
 * @param mailLimit of a mail that a mail server hands over
 * @param requestsPerSecond rate limit of an account, or of an address without one; systems with a key have none
 * @param secureCookies whether browsers send the session's cookie over HTTPS alone; never in the sample marketplace
 * @param claims by which an identity provider identifies a caller
 */
@ConfigurationProperties("hourglass.access")
public record Settings(
        @DefaultValue("1MB") DataSize bodyLimit,
        @DefaultValue("4GB") DataSize fileLimit,
        @DefaultValue("10MB") DataSize mailLimit,
        @DefaultValue("50") int requestsPerSecond,
        @DefaultValue("true") boolean secureCookies,
        @DefaultValue Claims claims) {

    /**
     * Names of claims; a dot leads into an object.
     *
     * @param roles a list of texts, by default where Keycloak puts them
     * @param supplier the id of the supplier that a SUPPLIER acts for
     * @param buyer the id of the buyer that a BUYER is
     * @param names what each role is called there; by default as here, in any case
     * @param scopePrefix before the names of scopes of an INTEGRATION in the claim {@code scope}
     */
    public record Claims(
            @DefaultValue("realm_access.roles") String roles,
            @DefaultValue("supplier") String supplier,
            @DefaultValue("buyer") String buyer,
            @DefaultValue Map<Role, String> names,
            @DefaultValue("hourglass:") String scopePrefix) {}
}
