package io.hourglass.diagnosis.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.BuyerId;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("The diagnosis over HTTP")
class DiagnosisApiTest {

    private static final String DIAGNOSIS = "/api/suppliers/supplier-1/diagnosis";

    @Autowired
    private MockMvc http;

    @Autowired
    private Marketplace marketplace;

    @Test
    @DisplayName("is of countable inquiries alone, by category and by the account that answered")
    void fromFacts() throws Exception {
        for (var at = 0; at < 6; at++) {
            marketplace.inquiry("p" + at, new BuyerId("b" + at), Marketplace.SUPPLIER, "Pumps", "?");
            marketplace.inquiry("v" + at, new BuyerId("c" + at), Marketplace.SUPPLIER, "Valves", "?");
            reply("v" + at, "li.wei");
        }
        marketplace.inquiry("spam", new BuyerId("d"), Marketplace.SUPPLIER, marketplace.now(), "casino");
        marketplace.pass(Duration.ofHours(73));
        reply("p0", "late.li");
        http.perform(get(DIAGNOSIS))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.all.timely").value(6))
                .andExpect(jsonPath("$.all.countable").value(12))
                .andExpect(jsonPath("$.tips[0].aspect").value("CATEGORY"))
                .andExpect(jsonPath("$.tips[0].group").value("Pumps"))
                .andExpect(jsonPath("$.tips[0].share.timely").value(0))
                .andExpect(jsonPath("$.tips[0].rest.timely").value(6))
                .andExpect(jsonPath("$.tips[0].missing").value(6))
                .andExpect(jsonPath("$.tips[0].surely").value(true));
    }

    @Test
    @DisplayName("is unknown of a supplier that is not known")
    void unknown() throws Exception {
        http.perform(get("/api/suppliers/nobody/diagnosis")).andExpect(status().isNotFound());
    }

    private void reply(String inquiry, String actor) throws Exception {
        http.perform(post("/api/inquiries/" + inquiry + "/replies")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                """
                                {"id": "reply-%s", "supplier": "supplier-1", "author": "HUMAN", "actor": "%s"}"""
                                        .formatted(inquiry, actor)))
                .andExpect(status().isCreated());
    }
}
