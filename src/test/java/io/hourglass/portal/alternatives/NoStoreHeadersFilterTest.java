package io.hourglass.portal.alternatives;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@DisplayName("A page behind a buyer's link")
class NoStoreHeadersFilterTest {

    private static MockHttpServletResponse answer(String path) throws Exception {
        var response = new MockHttpServletResponse();
        new NoStoreHeadersFilter().doFilter(new MockHttpServletRequest("GET", path), response, new MockFilterChain());
        return response;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/alternatives/t",
                "/alternatives;x/t",
                "/alternatives;/t/picks",
                "/%61lternatives/t",
                "/alternatives/t;x"
            })
    @DisplayName("stays out of caches, referrers and search engines, in whatever writing its address comes")
    void kept(String path) throws Exception {
        var response = answer(path);
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(response.getHeader("X-Robots-Tag")).isEqualTo("noindex");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/alternativesx/t", "/badges/alternatives/badge.svg", "/x/alternatives/t"})
    @DisplayName("is not taken for any other")
    void others(String path) throws Exception {
        assertThat(answer(path).getHeader("Cache-Control")).isNull();
    }
}
