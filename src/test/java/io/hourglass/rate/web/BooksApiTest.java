package io.hourglass.rate.web;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.inquiry.Marketplace;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
class BooksApiTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Test
    @DisplayName("the policy in force says its clocks and who counts")
    void policy() throws Exception {
        mvc.perform(get("/api/policy?at=2026-03-02T02:00:00Z"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(1))
                .andExpect(jsonPath("$.zone").value("Asia/Shanghai"))
                .andExpect(jsonPath("$.replyWithin").value("PT72H"))
                .andExpect(jsonPath("$.objectWithin").value("P3D"))
                .andExpect(jsonPath("$.duplicates").value("NATURAL_DAY"))
                .andExpect(jsonPath("$.countingAuthors").value(contains("HUMAN", "AI_ASSISTED")));
    }

    @Test
    @DisplayName("an instant that is none is refused")
    void badInstant() throws Exception {
        mvc.perform(get("/api/policy?at=now"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("at"))
                .andExpect(jsonPath("$.errors[0].value").value("now"))
                .andExpect(jsonPath("$.errors[0].rule", containsString("such as 2026-03-02T02:00:00Z")));
    }

    @Test
    @DisplayName("book days come the latest first, with their close, settlement and publication")
    void bookDays() throws Exception {
        marketplace.inquiry("q1");
        marketplace.passTo(Instant.parse("2026-03-06T16:00:00Z"));
        mvc.perform(get("/api/book-days"))
                .andExpect(jsonPath("$[*].day").value(contains("2026-03-03", "2026-03-02")))
                .andExpect(jsonPath("$[0].settledAt").doesNotExist())
                .andExpect(jsonPath("$[1].closesAt").value("2026-03-06T16:00:00Z"))
                .andExpect(jsonPath("$[1].settledAt").value("2026-03-06T16:00:00Z"))
                .andExpect(jsonPath("$[1].publishedOn").value("2026-03-07"));
        mvc.perform(get("/api/book-days?size=1"))
                .andExpect(jsonPath("$.length()").value(1));
        mvc.perform(get("/api/book-days?size=0")).andExpect(status().isBadRequest());
    }
}
