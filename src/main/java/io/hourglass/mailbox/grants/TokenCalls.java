package io.hourglass.mailbox.grants;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** How providers are asked for tokens, whatever for. */
final class TokenCalls {

    static final Duration TIMEOUT = Duration.ofSeconds(10);

    private TokenCalls() {}

    /** @param timeout to connect, and for each part of an answer */
    static RestClient within(Duration timeout) {
        var calls = new SimpleClientHttpRequestFactory();
        calls.setConnectTimeout(timeout);
        calls.setReadTimeout(timeout);
        return RestClient.builder()
                .requestFactory(calls)
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    /** A code of the standard, or nothing: what else a provider writes may hold anything. */
    static String shown(@Nullable String code) {
        return code != null && code.matches("[a-z_]{1,60}") ? code : "";
    }
}
