package io.hourglass.access.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.access.accounts.SampleProgress;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("While the sample is loaded")
class WhileLoadingTest {

    @Autowired
    private SampleProgress progress;

    @Autowired
    private MockMvc mvc;

    @BeforeEach
    void begin() {
        progress.begin(393);
        progress.step();
    }

    @AfterEach
    void end() {
        progress.end();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/login", "/operations", "/alternatives/x", "/camunda/app/cockpit/", "/badges/s/badge.svg"})
    @DisplayName("a person sees on every page how far it is, in its language, and the page opens by itself")
    void people(String page) throws Exception {
        mvc.perform(get(page).accept(MediaType.TEXT_HTML))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().exists("Retry-After"))
                .andExpect(header().string("Refresh", "1"))
                .andExpect(content().string(containsString("1 of 393 events")));
        mvc.perform(get(page).accept(MediaType.TEXT_HTML).locale(Locale.CHINESE))
                .andExpect(content().string(containsString("393 个事件中的 1 个")));
    }

    @Test
    @DisplayName("a program is told when to come again, whatever it brings, and nothing is read or changed")
    void programs() throws Exception {
        for (var call : new String[] {"/api/policy", "/api/inquiries", "/engine-rest/engine"}) {
            mvc.perform(post(call).contentType(MediaType.APPLICATION_JSON).header("X-API-Key", "sample-key"))
                    .andExpect(status().isServiceUnavailable())
                    .andExpect(header().string("Retry-After", matchesPattern("[1-9]\\d*")))
                    .andExpect(header().doesNotExist("Refresh"))
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.title").value("Not open yet"))
                    .andExpect(jsonPath("$.detail").value(containsString("1 of 393 events")));
        }
    }

    @Test
    @DisplayName("health and the looks of the page are there")
    void open() throws Exception {
        for (var path : new String[] {"/actuator/health", "/actuator/health/liveness", "/hourglass.css"}) {
            mvc.perform(get(path)).andExpect(status().isOk());
        }
    }

    @Test
    @DisplayName("and once it is, everything is as ever")
    void loaded() throws Exception {
        progress.end();
        mvc.perform(get("/login")).andExpect(status().isOk());
        mvc.perform(get("/api/policy")).andExpect(status().isOk());
    }
}
