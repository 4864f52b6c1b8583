package io.hourglass.inquiry.web;

import static io.hourglass.CleanSlate.START;
import static io.hourglass.inquiry.Marketplace.SUPPLIER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.BuyerId;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
class SupplierCasesApiTest {

    private static final String LIST = "/api/suppliers/supplier-1/inquiries";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Marketplace marketplace;

    private Calls api;

    @BeforeEach
    void threeInquiries() {
        api = new Calls(mvc, jdbc);
        var answered = marketplace.inquiry("answered");
        marketplace.reply(answered);
        marketplace.inquiry("later", new BuyerId("b2"), SUPPLIER, START, null);
        marketplace.inquiry("sooner", new BuyerId("b3"), SUPPLIER, START.minusSeconds(60), null);
    }

    @Test
    @DisplayName("what is pending comes first, the nearest deadline at the top; then the others, the latest at the top")
    void order() throws Exception {
        marketplace.reply(marketplace.inquiry("before", new BuyerId("b4"), SUPPLIER, START.minusSeconds(1), null));
        api.read(LIST)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(4))
                .andExpect(jsonPath("$.items[*].id").value(contains("sooner", "later", "answered", "before")))
                .andExpect(jsonPath("$.items[0].timeLeftSeconds").value(72 * 3600 - 60))
                .andExpect(jsonPath("$.items[2].verdict").value("TIMELY"))
                .andExpect(jsonPath("$.items[2].timeLeftSeconds").doesNotExist());
    }

    @Test
    @DisplayName("the list is filtered by state and by day")
    void filtered() throws Exception {
        api.read(LIST + "?state=TIMELY").andExpect(jsonPath("$.items[*].id").value(contains("answered")));
        api.read(LIST + "?from=2026-03-02&to=2026-03-02")
                .andExpect(jsonPath("$.total").value(3));
        api.read(LIST + "?to=2026-03-01").andExpect(jsonPath("$.total").value(0));
    }

    @Test
    @DisplayName("words are looked for in subject, text, buyer and id, in whatever case")
    void words() throws Exception {
        marketplace.inquiry("said", new BuyerId("b4"), SUPPLIER, "Pumps", "Zwei PUMPEN, 100% aus Stahl");
        api.read(LIST + "?words={words}", "pumpen")
                .andExpect(jsonPath("$.items[*].id").value(contains("said")));
        api.read(LIST + "?words={words}", "100% AUS")
                .andExpect(jsonPath("$.items[*].id").value(contains("said")));
        api.read(LIST + "?words={words}", "100_").andExpect(jsonPath("$.total").value(0));
        api.read(LIST + "?words={words}", "B3")
                .andExpect(jsonPath("$.items[*].id").value(contains("sooner")));
        api.read(LIST + "?words={words}", "ANSWER")
                .andExpect(jsonPath("$.items[*].id").value(contains("answered")));
        api.read(LIST + "?words={words}", " ").andExpect(jsonPath("$.total").value(4));
    }

    @Test
    @DisplayName("without dates the list covers 35 days up to today")
    void usualDays() throws Exception {
        marketplace.pass(Duration.ofDays(34));
        api.read(LIST).andExpect(jsonPath("$.total").value(3));
        marketplace.pass(Duration.ofDays(1));
        api.read(LIST).andExpect(jsonPath("$.total").value(0));
    }

    @Test
    @DisplayName("pages are counted from 0; beyond the last there is nothing")
    void pages() throws Exception {
        api.read(LIST + "?size=2&page=1")
                .andExpect(jsonPath("$.page").value(1))
                .andExpect(jsonPath("$.size").value(2))
                .andExpect(jsonPath("$.total").value(3))
                .andExpect(jsonPath("$.items[*].id").value(contains("answered")));
        api.read(LIST + "?size=500&page=2147483647")
                .andExpect(jsonPath("$.items.length()").value(0));
    }

    @ParameterizedTest(name = "{0} = {1} must be {2}")
    @CsvSource({
        "size, 0, 1 to 500",
        "size, 501, 1 to 500",
        "page, -1, 0 or more",
        "page, many, a whole number",
        "state, OPEN, 'one of PENDING, OUT_OF_BOOKS, FOLLOW_UP'",
        "from, 02.03.2026, an ISO-8601 date such as 2026-03-02",
        "to, 10000-01-01, an ISO-8601 date such as 2026-03-02",
        "from, 2026-03-03, on or before the last day",
        "from, 2020-01-01, at most 366 days"
    })
    void badParameters(String name, String value, String rule) throws Exception {
        api.read(LIST + "?" + name + "=" + value)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(name))
                .andExpect(jsonPath("$.errors[0].value").value(value))
                .andExpect(jsonPath("$.errors[0].rule", containsString(rule)));
    }

    @Test
    @DisplayName("an unknown supplier is 404, and named")
    void unknownSupplier() throws Exception {
        api.read("/api/suppliers/nobody/inquiries")
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.errors[0].field").value("supplier"))
                .andExpect(jsonPath("$.errors[0].value").value("nobody"));
    }
}
