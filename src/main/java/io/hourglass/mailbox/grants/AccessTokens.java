package io.hourglass.mailbox.grants;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.boxes.FailureKind;
import io.hourglass.mailbox.secrets.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.stereotype.Component;

/** The tokens by which mailboxes are opened that were granted. Each is held in memory alone, until it ends. */
@Component
public class AccessTokens {

    /** A token is not used for the last part of its time: a session that begins with it has to come about. */
    private static final Duration BEFORE_ITS_END = Duration.ofMinutes(5);

    private final Providers providers;
    private final Clock clock;
    private final OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> client = client();
    private final ConcurrentMap<SupplierId, Held> held = new ConcurrentHashMap<>();

    public AccessTokens(Providers providers, Clock clock) {
        this.providers = providers;
        this.clock = clock;
    }

    private record Held(Secret grant, Token token, Instant until) {}

    /**
     * A token, which nothing prints.
     *
     * @param renewed the grant in the place of the one that it followed from; null if that goes on
     */
    public record Token(Secret access, @Nullable Secret renewed) {}

    private static OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> client() {
        var made = new RestClientRefreshTokenTokenResponseClient();
        made.setRestClient(TokenCalls.within(TokenCalls.TIMEOUT));
        return made;
    }

    /**
     * @param grant the refresh token
     * @throws NotGranted if the grant has ended, or the provider cannot be asked
     */
    public Token token(SupplierId supplier, String provider, Secret grant) throws NotGranted {
        var known = held.get(supplier);
        if (known != null && known.grant().equals(grant) && clock.instant().isBefore(known.until())) {
            return new Token(known.token().access(), null);
        }
        var of = providers
                .find(provider)
                .map(Providers.Configured::client)
                .orElseThrow(() -> new NotGranted(FailureKind.NO_TOKEN, "no provider " + provider + " is configured"));
        var answer = asked(of, grant);
        var token = new Token(new Secret(answer.getAccessToken().getTokenValue()), renewed(answer, grant));
        var holds = token.renewed() == null ? grant : token.renewed();
        held.put(
                supplier,
                new Held(holds, token, clock.instant().plus(lasts(answer)).minus(BEFORE_ITS_END)));
        return token;
    }

    /** A server did not take the token: the next is asked for. */
    public void forget(SupplierId supplier) {
        held.remove(supplier);
    }

    private OAuth2AccessTokenResponse asked(ClientRegistration client, Secret grant) throws NotGranted {
        var ended =
                new OAuth2AccessToken(TokenType.BEARER, "-", clock.instant().minus(BEFORE_ITS_END), clock.instant());
        var refresh = new OAuth2RefreshToken(grant.value(), null);
        try {
            return this.client.getTokenResponse(
                    new OAuth2RefreshTokenGrantRequest(client, ended, refresh, client.getScopes()));
        } catch (OAuth2AuthorizationException e) {
            var code = e.getError().getErrorCode();
            var hasEnded = OAuth2ErrorCodes.INVALID_GRANT.equals(code);
            throw new NotGranted(hasEnded ? FailureKind.GRANT_ENDED : FailureKind.NO_TOKEN, TokenCalls.shown(code));
        }
    }

    private static @Nullable Secret renewed(OAuth2AccessTokenResponse answer, Secret grant) {
        var refresh = answer.getRefreshToken();
        return refresh == null || refresh.getTokenValue().equals(grant.value())
                ? null
                : new Secret(refresh.getTokenValue());
    }

    private static Duration lasts(OAuth2AccessTokenResponse answer) {
        var token = answer.getAccessToken();
        return Duration.between(
                Objects.requireNonNull(token.getIssuedAt()), Objects.requireNonNull(token.getExpiresAt()));
    }
}
