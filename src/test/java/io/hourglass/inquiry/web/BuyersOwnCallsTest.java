package io.hourglass.inquiry.web;

import static io.hourglass.access.web.As.as;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.access.web.As;
import io.hourglass.inquiry.Marketplace;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HourglassTest
@DisplayName("A buyer that calls with its own account")
class BuyersOwnCallsTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    private ResultActions call(String path, String body) throws Exception {
        return mvc.perform(post(path)
                .with(as(As.buyer(Marketplace.BUYER.value())))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace('\'', '"')));
    }

    @Test
    @DisplayName("takes its inquiry back, in its own name; when it did so is for systems to say")
    void withdrawal() throws Exception {
        marketplace.inquiry("q1");
        call("/api/inquiries/q1/withdrawals", "{'id': 'w0', 'buyer': 'buyer-1', 'occurredAt': '2026-03-02T02:00:00Z'}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("occurredAt"))
                .andExpect(jsonPath("$.errors[0].rule").value(containsString("left out")));
        call("/api/inquiries/q1/withdrawals", "{'id': 'w1', 'buyer': 'buyer-1'}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.inquiry.verdict").value("WITHDRAWN"))
                .andExpect(jsonPath("$.fact.actor").value("anna"));
    }

    @Test
    @DisplayName("asks for alternatives, in its own name")
    void alternatives() throws Exception {
        marketplace.inquiry("q1");
        marketplace.pass(Duration.ofHours(73));
        call("/api/inquiries/q1/alternatives-requests", "{'id': 'a1', 'buyer': 'buyer-1'}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.fact.actor").value("anna"));
    }
}
