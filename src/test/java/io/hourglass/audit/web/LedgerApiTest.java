package io.hourglass.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.audit.seals.Seals;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.tracks.TrackDay;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("The ledger over HTTP")
class LedgerApiTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    private MockMvc http;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Seals seals;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void twoDays() {
        marketplace.reply(marketplace.inquiry("i"));
        marketplace.pass(Duration.ofDays(6));
    }

    @Test
    @DisplayName("lists the seals, the latest first")
    void seals() throws Exception {
        var second = seals.last(Track.INQUIRY).orElseThrow();
        http.perform(get("/api/ledger/seals").param("size", "1"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].day").value(MONDAY.plusDays(1).toString()))
                .andExpect(jsonPath("$[0].root").value(second.root()))
                .andExpect(jsonPath("$[0].formerRoot").value(String.valueOf(second.former())));
        http.perform(get("/api/ledger/seals").param("size", "0")).andExpect(status().isBadRequest());
    }

    @Test
    @DisplayName("exports the days asked for, each with the line about its seal first")
    void export() throws Exception {
        http.perform(get("/api/ledger/export").param("from", "2026-03-03"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/x-ndjson"))
                .andExpect(result -> assertThat(result.getResponse().getContentAsString())
                        .startsWith("{\"seal\":\"2026-03-03\",\"root\":\"")
                        .doesNotContain("2026-03-02\",\"root"));
        http.perform(get("/api/ledger/export").param("to", "2026-03-01"))
                .andExpect(status().isOk())
                .andExpect(content().string(""));
    }

    @Test
    @DisplayName("publishes the root with each number")
    void root() throws Exception {
        http.perform(get("/api/suppliers/supplier-1/published-number").param("on", "2026-03-07"))
                .andExpect(jsonPath("$.ledgerRoot")
                        .value(seals.find(TrackDay.ofInquiries(MONDAY))
                                .orElseThrow()
                                .root()));
    }

    @Test
    @DisplayName("says on demand that it is whole, and what is broken where something was changed behind its back")
    void check() throws Exception {
        http.perform(get("/api/ledger/check"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.whole").value(true))
                .andExpect(jsonPath("$.days").value(2));
        jdbc.sql("update hourglass.fact set occurred_at = dateadd(second, 1, occurred_at) where kind = 'REPLIED'")
                .update();
        http.perform(get("/api/ledger/check"))
                .andExpect(jsonPath("$.whole").value(false))
                .andExpect(jsonPath("$.findings.length()").value(1))
                .andExpect(jsonPath("$.findings[0].kind").value("CHANGED"))
                .andExpect(jsonPath("$.findings[0].day").value(MONDAY.toString()));
        http.perform(get("/api/ledger/check").param("from", "2026-03-03"))
                .andExpect(jsonPath("$.whole").value(true))
                .andExpect(jsonPath("$.days").value(1));
        http.perform(get("/api/ledger/check").param("to", "2026-03-01"))
                .andExpect(jsonPath("$.whole").value(true))
                .andExpect(jsonPath("$.days").value(0));
    }

    @Test
    @DisplayName("proves that an inquiry is in a seal, and knows no proof of another")
    void proof() throws Exception {
        http.perform(get("/api/inquiries/i/proof"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.proof").value("i"))
                .andExpect(jsonPath("$.seals.length()").value(1))
                .andExpect(jsonPath("$.seals[0].leaves.length()").value(5));
        http.perform(get("/api/inquiries/nobody/proof"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.status").value(404));
    }
}
