package io.hourglass.web.errors;

import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("A problem detail")
class TraceInProblemsTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Autowired
    private MockMvc mvc;

    @Test
    @DisplayName("names the trace of the call")
    void own() throws Exception {
        mvc.perform(get("/api/inquiries/none"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.traceId", matchesPattern("[0-9a-f]{32}")));
    }

    @Test
    @DisplayName("names the caller's, if it has one")
    void ofTheCaller() throws Exception {
        mvc.perform(get("/api/inquiries/none").header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"))
                .andExpect(jsonPath("$.traceId").value(TRACE));
    }
}
