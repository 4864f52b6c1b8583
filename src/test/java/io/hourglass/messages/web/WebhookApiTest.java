package io.hourglass.messages.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.HourglassTest;
import io.hourglass.engine.SettableClock;
import io.hourglass.kernel.events.Events;
import io.hourglass.messages.webhooks.WebhookEvents;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HourglassTest
@DisplayName("Webhooks in the API")
class WebhookApiTest {

    private static final String URL = "https://example.com/hooks";

    @Autowired
    private MockMvc http;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private Events events;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private ResultActions send(String url, String... kinds) throws Exception {
        return http.perform(
                post("/api/webhooks").contentType(MediaType.APPLICATION_JSON).content(body(url, kinds)));
    }

    private String body(String url, String... kinds) throws Exception {
        var body = json.createObjectNode().put("url", url);
        var list = body.putArray("kinds");
        for (var kind : kinds) {
            list.add(kind);
        }
        return json.writeValueAsString(body);
    }

    private String added() throws Exception {
        var answer = send(URL, "webhook.disabled").andReturn().getResponse().getContentAsString();
        return json.readTree(answer).at("/webhook/id").asText();
    }

    private ResultActions call(String path) throws Exception {
        return http.perform(post("/api/webhooks/" + path));
    }

    @Test
    @DisplayName("are added with a secret that is shown once, and take their kinds at once")
    void shownOnce() throws Exception {
        assertThat(events.isWanted(WebhookEvents.DISABLED)).isFalse();
        send(URL, "webhook.disabled")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.secret", startsWith("whsec_")))
                .andExpect(jsonPath("$.webhook.url", is(URL)));
        assertThat(events.isWanted(WebhookEvents.DISABLED)).isTrue();
        http.perform(get("/api/webhooks"))
                .andExpect(jsonPath("$", hasSize(1)))
                .andExpect(jsonPath("$[0].kinds", contains("webhook.disabled")))
                .andExpect(jsonPath("$[0].secret").doesNotExist());
        http.perform(get("/api/event-kinds")).andExpect(jsonPath("$", hasItems("webhook.disabled")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/hooks",
                "ftp://example.com/hooks",
                "https:///hooks",
                "https://me@example.com/hooks",
                "https://example.com/hooks#there",
                "https://example.com/ho oks",
                "https://localhost/hooks",
                "https://127.0.0.1/hooks",
                "https://10.1.2.3/hooks",
                "https://169.254.169.254/latest",
                "https://[::1]/hooks",
                "https://2130706433/",
                "hooks",
                ""
            })
    @DisplayName("are no addresses inside, and none that is not one")
    void refused(String url) throws Exception {
        send(url, "webhook.disabled")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field", is("url")));
    }

    @Test
    @DisplayName("take kinds that there are, and at least one")
    void kinds() throws Exception {
        send(URL, "webhook.test")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field", is("kinds")));
        send(URL).andExpect(status().isBadRequest());
        var id = added();
        http.perform(put("/api/webhooks/" + id)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body("https://example.org/", "webhook.disabled")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.url", is("https://example.org/")));
    }

    @Test
    @DisplayName("get another secret, while the former still signs for a day")
    void rotated() throws Exception {
        var id = added();
        var until = clock.instant().plus(Duration.ofDays(1)).toString();
        call(id + "/rotation")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.secret", startsWith("whsec_")))
                .andExpect(jsonPath("$.webhook.formerSecretUntil", is(until)));
    }

    @Test
    @DisplayName("get a test event, which is given up when they are disabled, and sent again once they are enabled")
    void tested() throws Exception {
        var id = added();
        var sent = call(id + "/tests").andExpect(status().isAccepted()).andReturn();
        var event = json.readTree(sent.getResponse().getContentAsString())
                .path("event")
                .asText();
        deliveries("WAITING").andExpect(jsonPath("$.deliveries[0].kind", is("webhook.test")));
        call(id + "/deliveries/" + event + "/retries")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.reason", is("NOTHING_TO_SEND")));
        call(id + "/suspension").andExpect(jsonPath("$.disabled", is("BY_HAND")));
        assertThat(events.isWanted(WebhookEvents.DISABLED)).isFalse();
        deliveries("DEAD").andExpect(jsonPath("$.deliveries[0].failure", is("DISABLED")));
        call(id + "/tests").andExpect(status().isConflict()).andExpect(jsonPath("$.reason", is("DISABLED")));
        call(id + "/resumption").andExpect(jsonPath("$.disabled").doesNotExist());
        call(id + "/deliveries/" + event + "/retries").andExpect(status().isAccepted());
        deliveries("WAITING").andExpect(jsonPath("$.deliveries[0].event", is(event)));
        call(id + "/suspension");
        call(id + "/resumption");
        call(id + "/retries").andExpect(jsonPath("$.count", is(1)));
    }

    private ResultActions deliveries(String state) throws Exception {
        return http.perform(get("/api/deliveries").param("state", state))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.deliveries", hasSize(1)));
    }

    @Test
    @DisplayName("are removed with what was sent to them, and leave what was done to them in the ledger")
    void removed() throws Exception {
        var id = added();
        call(id + "/tests");
        http.perform(delete("/api/webhooks/" + id)).andExpect(status().isNoContent());
        http.perform(delete("/api/webhooks/" + id)).andExpect(status().isNotFound());
        http.perform(get("/api/deliveries")).andExpect(jsonPath("$.deliveries", hasSize(0)));
        assertThat(jdbc.sql("select content from hourglass.ledger_record where kind = 'ACTION' order by id")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .anyMatch(content -> content.contains("add a webhook"))
                .anyMatch(content -> content.contains("remove a webhook"));
    }
}
