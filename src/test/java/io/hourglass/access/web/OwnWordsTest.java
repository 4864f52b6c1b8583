package io.hourglass.access.web;

import static io.hourglass.access.web.As.as;
import static io.hourglass.access.web.As.buyer;
import static io.hourglass.access.web.As.supplier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.CleanSlate;
import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Caller;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HourglassTest
@DisplayName("What suppliers and buyers say themselves")
class OwnWordsTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @BeforeEach
    void anInquiry() {
        marketplace.inquiry("q", new BuyerId("anna-1"), new SupplierId("s1"), CleanSlate.START, null);
    }

    private ResultActions say(Caller caller, String path, String json) throws Exception {
        return mvc.perform(post(path)
                .with(as(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }

    @Test
    @DisplayName("a supplier's reply happens now, and is its own")
    void reply() throws Exception {
        say(supplier("s1"), "/api/inquiries/q/replies", "{\"id\": \"r\", \"supplier\": \"s1\", \"author\": \"HUMAN\"}")
                .andExpect(status().isCreated());
        mvc.perform(get("/api/inquiries/q").with(as(supplier("s1"))))
                .andExpect(jsonPath("$.facts[?(@.id == 'r')].actor").value("li.wei"))
                .andExpect(jsonPath("$.facts[?(@.id == 'r')].occurredAt").value("2026-03-02T02:00:00Z"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "occurredAt|\"2026-03-02T01:59:00Z\"|replies",
                "actor|\"somebody.else\"|replies",
                "messageId|\"<1@x>\"|replies",
                "occurredAt|\"2026-03-02T01:59:00Z\"|rejections"
            })
    @DisplayName("a supplier cannot say when it was, who did it, or in which mail")
    void forged(String field, String value, String what) throws Exception {
        var author = what.equals("replies") ? ", \"author\": \"HUMAN\"" : "";
        var json = "{\"id\": \"r\", \"supplier\": \"s1\"" + author + ", \"" + field + "\": " + value + "}";
        say(supplier("s1"), "/api/inquiries/q/" + what, json)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(field))
                .andExpect(jsonPath("$.errors[0].rule").value(containsString("marketplace's own systems")));
        mvc.perform(get("/api/inquiries/q"))
                .andExpect(jsonPath("$.facts.length()").value(1));
    }

    @Test
    @DisplayName("a buyer sends inquiries in its own name, now")
    void inquiry() throws Exception {
        var inquiry = "{\"id\": \"n\", \"buyer\": \"%s\", \"supplier\": \"s1\"%s}";
        say(buyer("anna-1"), "/api/inquiries", inquiry.formatted("otto", ""))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("buyer"));
        say(
                        buyer("anna-1"),
                        "/api/inquiries",
                        inquiry.formatted("anna-1", ", \"receivedAt\": \"2026-03-01T00:00:00Z\""))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("receivedAt"));
        say(
                        buyer("anna-1"),
                        "/api/inquiries",
                        inquiry.formatted("anna-1", ", \"systemSpam\": true, \"spamReason\": \"x\""))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("spamReason"));
        say(buyer("anna-1"), "/api/inquiries", inquiry.formatted("anna-1", "")).andExpect(status().isCreated());
        mvc.perform(get("/api/inquiries/n").with(as(buyer("anna-1")))).andExpect(status().isOk());
    }

    @Test
    @DisplayName("what is another's and what there is not are answered alike")
    void alike() throws Exception {
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        var others = mvc.perform(
                        get("/api/inquiries/q").header("traceparent", trace).with(as(supplier("s2"))))
                .andExpect(status().isNotFound())
                .andReturn();
        var none = mvc.perform(
                        get("/api/inquiries/x").header("traceparent", trace).with(as(supplier("s2"))))
                .andExpect(status().isNotFound())
                .andReturn();
        assertThat(others.getResponse()
                        .getContentAsString()
                        .replace("/q", "/x")
                        .replace("“q”", "“x”")
                        .replace("\"q\"", "\"x\""))
                .isEqualTo(none.getResponse().getContentAsString());
    }
}
