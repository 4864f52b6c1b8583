package io.hourglass.access.web;

import static io.hourglass.access.web.As.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Caller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@TestPropertySource(properties = "hourglass.access.requests-per-second=1")
@DisplayName("With a limit of one request a second, four at once")
class SharedLimitTest {

    private static final int TOO_MANY = 429;

    @Autowired
    private MockMvc mvc;

    private int ask(String path, @Nullable Caller caller) throws Exception {
        return mvc.perform(get(path).with(caller == null ? anonymous() : as(caller)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    @Test
    @DisplayName("an address has one budget, by whichever door it comes")
    void doors() throws Exception {
        for (var path : new String[] {"/badges/s/badge.json", "/login", "/camunda/app/cockpit/", "/api/policy"}) {
            assertThat(ask(path, null)).as(path).isNotEqualTo(TOO_MANY);
        }
        for (var path : new String[] {"/badges/s/badge.json", "/login", "/camunda/app/cockpit/", "/api/policy"}) {
            assertThat(ask(path, null)).as(path).isEqualTo(TOO_MANY);
        }
        assertThat(ask("/api/policy", As.auditor()))
                .as("whoever is known has its own")
                .isNotEqualTo(TOO_MANY);
    }
}
