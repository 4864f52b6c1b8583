package io.hourglass.access.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.CleanSlate;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Scope;
import io.hourglass.access.web.As;
import io.hourglass.engine.SettableClock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

@DisplayName("With a limit of ten requests a second")
class RequestLimitTest {

    private static final int BATCH_SIZE = 40;
    private static final int TOO_MANY = 429;
    private static final int OK = 200;

    private final SettableClock clock = new SettableClock();
    private final List<String> pages = new ArrayList<>();
    private final RequestLimit limit;

    RequestLimitTest() {
        clock.set(CleanSlate.START);
        limit = new RequestLimit(
                10,
                clock,
                new Refusals(new ObjectMapper(), (asked, answer, why, about) -> pages.add(why + " " + about)));
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    private MockHttpServletResponse ask(@Nullable Caller caller, String address) throws Exception {
        SecurityContextHolder.clearContext();
        if (caller != null) {
            SecurityContextHolder.getContext().setAuthentication(new CallerToken(caller));
        }
        var request = new MockHttpServletRequest("GET", "/api/policy");
        request.setRemoteAddr("192.0.2." + address);
        var response = new MockHttpServletResponse();
        limit.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private void askOften(int times, @Nullable Caller caller, String address) throws Exception {
        for (var time = 0; time < times; time++) {
            assertThat(ask(caller, address).getStatus()).isEqualTo(OK);
        }
    }

    @Test
    @DisplayName("a person may ask forty times at once, and then ten times a second")
    void person() throws Exception {
        askOften(BATCH_SIZE, As.auditor(), "1");
        var refused = ask(As.auditor(), "2");
        assertThat(refused.getStatus()).isEqualTo(TOO_MANY);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(refused.getContentType()).isEqualTo("application/problem+json");
        clock.set(CleanSlate.START.plusMillis(99));
        assertThat(ask(As.auditor(), "1").getStatus()).isEqualTo(TOO_MANY);
        clock.set(CleanSlate.START.plusMillis(100));
        askOften(1, As.auditor(), "1");
        assertThat(ask(As.auditor(), "1").getStatus()).isEqualTo(TOO_MANY);
    }

    @Test
    @DisplayName("nobody known counts by address, and not as whoever is known there")
    void address() throws Exception {
        askOften(BATCH_SIZE, null, "1");
        assertThat(ask(null, "1").getStatus()).isEqualTo(TOO_MANY);
        askOften(1, null, "2");
        askOften(1, As.auditor(), "1");
    }

    @Test
    @DisplayName("what is too much is a problem to a program, and a page to a person")
    void page() throws Exception {
        askOften(BATCH_SIZE, null, "1");
        assertThat(ask(null, "1").getContentType()).isEqualTo("application/problem+json");
        assertThat(pages).isEmpty();
        var form = new MockHttpServletRequest("POST", "/buyers/b1/new-inquiry");
        form.addHeader("Accept", "text/html");
        form.setRemoteAddr("192.0.2.1");
        limit.doFilter(form, new MockHttpServletResponse(), new MockFilterChain());
        assertThat(pages).containsExactly("TOO_MANY 1");
    }

    @Test
    @DisplayName("a system has no limit")
    void system() throws Exception {
        askOften(10 * BATCH_SIZE, As.integration(Scope.SUBMIT), "1");
    }
}
