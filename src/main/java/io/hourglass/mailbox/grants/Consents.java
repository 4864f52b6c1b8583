package io.hourglass.mailbox.grants;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.mailbox.grants.NoConsent.Why;
import io.hourglass.mailbox.secrets.Secret;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashSet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.stereotype.Component;

/** Asks for consent at a provider, and for the grant that follows from it (RFC 6749, section 4.1, with PKCE, RFC 7636; ADR 86). */
@Component
public class Consents {

    private static final int STATE_BYTES = 32;

    /** Of Spring Security's client where no answer came, or none that is one. */
    private static final String NO_ANSWER = "invalid_token_response";

    private final Providers providers;
    private final RestClientAuthorizationCodeTokenResponseClient client =
            new RestClientAuthorizationCodeTokenResponseClient();
    private final StringKeyGenerator states =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), STATE_BYTES);

    @Autowired
    public Consents(Providers providers) {
        this(providers, TokenCalls.TIMEOUT);
    }

    Consents(Providers providers, Duration timeout) {
        this.providers = providers;
        client.setRestClient(TokenCalls.within(timeout));
    }

    /**
     * @param back where the provider leads the person with its answer, as it is registered there
     * @throws InvalidInput if no such provider is configured
     */
    public AskedConsent ask(String provider, String back) {
        var of = providers
                .find(provider)
                .orElseThrow(() -> new InvalidInput("provider", provider, "one of " + providers.names()));
        var request = OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(of.authorizationUri())
                .clientId(of.client().getClientId())
                .redirectUri(back)
                .scopes(new LinkedHashSet<>(of.scope()))
                .state(states.generateKey())
                .additionalParameters(of.further());
        OAuth2AuthorizationRequestCustomizers.withPkce().accept(request);
        return new AskedConsent(provider, request.build());
    }

    /** What the provider led the person back with in the place of a code. */
    public static NoConsent refusal(String error) {
        var isDenied = OAuth2ErrorCodes.ACCESS_DENIED.equals(error);
        return isDenied ? new NoConsent(Why.DENIED, "") : new NoConsent(Why.REFUSED, TokenCalls.shown(error));
    }

    /**
     * It takes as long as the provider, up to some seconds.
     *
     * @param code with which the provider led the person back
     * @return the refresh token
     */
    public Secret grant(AskedConsent asked, String code) throws NoConsent {
        var of = providers
                .find(asked.provider())
                .orElseThrow(() -> new NoConsent(Why.NOT_CONFIGURED, ""))
                .client();
        var refresh = answer(of, asked.request(), code).getRefreshToken();
        if (refresh == null) {
            throw new NoConsent(Why.ENDS_SOON, "");
        }
        return new Secret(refresh.getTokenValue());
    }

    private OAuth2AccessTokenResponse answer(ClientRegistration of, OAuth2AuthorizationRequest request, String code)
            throws NoConsent {
        var response = OAuth2AuthorizationResponse.success(code)
                .redirectUri(request.getRedirectUri())
                .state(request.getState())
                .build();
        try {
            return client.getTokenResponse(
                    new OAuth2AuthorizationCodeGrantRequest(of, new OAuth2AuthorizationExchange(request, response)));
        } catch (OAuth2AuthorizationException e) {
            var error = e.getError().getErrorCode();
            throw NO_ANSWER.equals(error)
                    ? new NoConsent(Why.NO_ANSWER, "")
                    : new NoConsent(Why.REFUSED, TokenCalls.shown(error));
        }
    }
}
