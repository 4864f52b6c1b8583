package io.hourglass.mailbox.grants;

import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2ErrorHttpMessageConverter;
import org.springframework.web.client.RestClient;

/**
 * How providers are asked for tokens, whatever for. By the client of the Java platform: the older one would wait on for an answer that
 * comes in ever smaller parts.
 */
final class TokenCalls {

    static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** By 401 a provider says that it does not know the client (RFC 6749, section 5.2); Spring Security reads errors of 400 alone. */
    private static final HttpStatus UNAUTHORIZED = HttpStatus.UNAUTHORIZED;

    private static final OAuth2ErrorHttpMessageConverter ERRORS = new OAuth2ErrorHttpMessageConverter();

    private TokenCalls() {}

    /** @param timeout to connect, and for the whole answer */
    static RestClient within(Duration timeout) {
        var calls = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(timeout).build());
        calls.setReadTimeout(timeout);
        return RestClient.builder()
                .requestFactory(calls)
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(UNAUTHORIZED::isSameCodeAs, (call, answer) -> {
                    throw new OAuth2AuthorizationException(ERRORS.read(OAuth2Error.class, answer));
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    /** A code of the standard, or nothing: what else a provider writes may hold anything. */
    static String shown(@Nullable String code) {
        return code != null && code.matches("[a-z_]{1,60}") ? code : "";
    }
}
