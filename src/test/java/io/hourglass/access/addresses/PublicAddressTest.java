package io.hourglass.access.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.kernel.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@DisplayName("Links and redirects")
class PublicAddressTest {

    private static final int PORT = 8080;

    private interface Answer {
        void to(HttpServletRequest request, HttpServletResponse response) throws Exception;
    }

    private static MockHttpServletResponse answer(String configured, Answer answer) throws Exception {
        var request = new MockHttpServletRequest("GET", "/badges/s/badge.json");
        request.setServerName("evil.example");
        request.setServerPort(666);
        request.addHeader("Host", "evil.example:666");
        request.addHeader("X-Forwarded-Host", "worse.example");
        request.setLocalPort(PORT);
        var response = new MockHttpServletResponse();
        new PublicAddress(configured).doFilter(request, response, (asked, answered) -> {
            try {
                answer.to((HttpServletRequest) asked, (HttpServletResponse) answered);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        return response;
    }

    @ParameterizedTest
    @CsvSource({
        "https://sla.example, https://sla.example",
        "https://sla.example:443, https://sla.example",
        "https://sla.example:8443, https://sla.example:8443",
        "http://sla.example, http://sla.example",
        "'', http://127.0.0.1:8080"
    })
    @DisplayName("begin with the configured address, whatever host the caller names, and else with this machine's")
    void links(String configured, String root) throws Exception {
        answer(configured, (request, response) -> {
            assertThat(ServletUriComponentsBuilder.fromContextPath(request)
                            .build()
                            .toUriString())
                    .isEqualTo(root);
            assertThat(request.getRequestURL()).hasToString(root + "/badges/s/badge.json");
            assertThat(request.isSecure()).isEqualTo(root.startsWith("https"));
        });
    }

    @Test
    @DisplayName("lead by path to pages of ours, so that any name of this machine goes on")
    void redirects() throws Exception {
        assertThat(answer("", (request, response) -> response.sendRedirect("http://127.0.0.1:8080/login?wrong"))
                        .getRedirectedUrl())
                .isEqualTo("/login?wrong");
        assertThat(answer("", (request, response) -> response.sendRedirect("https://sso.example/authorize"))
                        .getRedirectedUrl())
                .isEqualTo("https://sso.example/authorize");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sla.example",
                "ftp://sla.example",
                "https://",
                "https://sla.example/x",
                "https://a b",
                "https://u@sla.example"
            })
    @DisplayName("need an address that is one: the program does not start with another")
    void noAddress(String configured) {
        assertThatThrownBy(() -> new PublicAddress(configured))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("hourglass.public-address");
    }
}
