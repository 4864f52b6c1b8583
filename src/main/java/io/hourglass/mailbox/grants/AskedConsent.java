package io.hourglass.mailbox.grants;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Consent that was asked for, and what proves that an answer is to it and by whom it was asked. Nothing prints it. */
public final class AskedConsent {

    private final String provider;
    private final OAuth2AuthorizationRequest request;

    AskedConsent(String provider, OAuth2AuthorizationRequest request) {
        this.provider = provider;
        this.request = request;
    }

    public String provider() {
        return provider;
    }

    /** At the provider, where the person is asked. */
    public URI address() {
        return URI.create(request.getAuthorizationRequestUri());
    }

    /** Whether the answer with this state is the one to it. Nothing is learned from how long that takes. */
    public boolean isAnsweredBy(String state) {
        return MessageDigest.isEqual(request.getState().getBytes(UTF_8), state.getBytes(UTF_8));
    }

    OAuth2AuthorizationRequest request() {
        return request;
    }
}
