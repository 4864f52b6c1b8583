package io.hourglass.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.access.pages.RefusalPage;
import io.hourglass.access.pages.RefusalPage.Why;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;

@DisplayName("A page that is being written while no connection to the database is left")
class LostWhileShownTest {

    private final HandlerExceptionResolver problems = Mockito.mock(HandlerExceptionResolver.class);
    private final RefusalPage page = Mockito.mock(RefusalPage.class);
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/operations");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    private static Exception away() {
        return new CannotGetJdbcConnectionException("none is left", new SQLException());
    }

    /** As the servlet wraps what a template throws. */
    private static FilterChain breaksOff(Exception why, boolean committed) {
        return (request, response) -> {
            response.getWriter().write("half a page");
            if (committed) {
                response.flushBuffer();
            }
            throw new ServletException("Request processing failed", new IllegalStateException("template", why));
        };
    }

    private void ask(FilterChain chain, @Nullable String accept) throws ServletException, IOException {
        if (accept != null) {
            request.addHeader(HttpHeaders.ACCEPT, accept);
        }
        new DatabaseUnavailableFilter(problems, page).doFilter(request, response, chain);
    }

    @Test
    @DisplayName("is answered with the page that says so, and nothing of what was written")
    void person() throws Exception {
        ask(breaksOff(away(), false), MediaType.TEXT_HTML_VALUE);
        Mockito.verify(page).show(request, response, Why.LATER, "");
        assertThat(response.getContentAsString()).isEmpty();
    }

    @Test
    @DisplayName("is broken off where it has begun to leave, or where the fault is another")
    void otherwise() {
        assertThatThrownBy(() -> ask(breaksOff(away(), true), MediaType.TEXT_HTML_VALUE))
                .isInstanceOf(ServletException.class);
        assertThatThrownBy(() -> ask(breaksOff(new IllegalStateException(), false), null))
                .isInstanceOf(ServletException.class);
        Mockito.verifyNoInteractions(page, problems);
    }
}
