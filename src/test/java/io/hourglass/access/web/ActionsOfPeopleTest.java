package io.hourglass.access.web;

import static io.hourglass.access.web.As.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.CleanSlate;
import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Caller;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HourglassTest
@DisplayName("What a person does is in the ledger, with who")
class ActionsOfPeopleTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void anInquiry() {
        marketplace.inquiry("q", new BuyerId("anna-1"), new SupplierId("s1"), CleanSlate.START, null);
    }

    private String done(Caller caller, MockHttpServletRequestBuilder call, String json) throws Exception {
        return mvc.perform(call.with(as(caller))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json))
                .andExpect(status().is2xxSuccessful())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private List<String> noted() {
        return jdbc.sql("select person, content from hourglass.ledger_record where kind = 'ACTION' order by id")
                .query((row, number) -> row.getString("person") + " " + row.getString("content"))
                .list();
    }

    @Test
    @DisplayName("a supplier hides its rate, once however often it says so")
    void display() throws Exception {
        done(As.supplier("s1"), put("/api/suppliers/s1/display"), "{\"shown\": false}");
        done(As.supplier("s1"), put("/api/suppliers/s1/display"), "{\"shown\": false}");
        assertThat(noted()).singleElement().asString().startsWith("li.wei ").contains("hide the rate", "s1");
    }

    @Test
    @DisplayName("operations describes a supplier, sets rules, and gives and takes access")
    void operations() throws Exception {
        var olga = As.operations();
        done(olga, put("/api/suppliers/s1/profile"), "{\"suspended\": true}");
        done(
                olga,
                post("/api/standing-policies"),
                """
                {"inForceFrom": "2026-04-01", "gatePercent": 60, "minimumSample": 1, "newcomerSample": 3,
                 "exposureLeast": 0.5, "exposureNeutral": 1, "exposureMost": 1.5}""");
        var key = done(olga, post("/api/api-keys"), "{\"name\": \"backend\", \"scopes\": [\"READ\"]}");
        var id = key.replaceAll("(?s).*\"id\":\"([0-9a-f]+)\".*", "$1");
        done(olga, delete("/api/api-keys/" + id), "");
        done(olga, delete("/api/api-keys/" + id), "");
        done(olga, put("/api/accounts/ada"), "{\"role\": \"OPERATIONS\", \"password\": \"a-long-password\"}");
        done(olga, delete("/api/accounts/ada"), "");
        done(olga, post("/api/erasures"), "{\"buyer\": \"anna-1\"}");
        assertThat(noted())
                .allMatch(action -> action.startsWith("olga "))
                .noneMatch(action -> action.contains("ada\"") || action.contains("anna-1"))
                .extracting(action -> action.replaceAll(".*\"action\":\"([^\"]+)\".*", "$1"))
                .containsExactly(
                        "describe a supplier",
                        "set the rules of standing",
                        "make a key",
                        "revoke a key",
                        "put an account",
                        "close an account",
                        "erase a person");
    }

    @Test
    @DisplayName("what was refused is no action")
    void refused() throws Exception {
        mvc.perform(put("/api/suppliers/s1/profile")
                        .with(as(As.operations()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"capacity\": -1}"))
                .andExpect(status().isBadRequest());
        mvc.perform(put("/api/suppliers/s1/display")
                        .with(as(As.supplier("s2")))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"shown\": false}"))
                .andExpect(status().isNotFound());
        assertThat(noted()).isEmpty();
    }
}
