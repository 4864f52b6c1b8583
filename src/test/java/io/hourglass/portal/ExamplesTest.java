package io.hourglass.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.HourglassTest;
import io.hourglass.inquiry.Marketplace;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** Every example of a body in the API's description, sent to its call; the ids in the addresses are those of the examples. */
@HourglassTest
@DisplayName("Each example in the description of the API")
class ExamplesTest {

    private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");

    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("inquiry", "inq-1001"),
            Map.entry("supplier", "supplier-3"),
            Map.entry("buyer", "buyer-1"),
            Map.entry("dispute", "dispute-7"),
            Map.entry("kind", "dispute"),
            Map.entry("version", "2"),
            Map.entry("incident", "none"),
            Map.entry("caught", "none"),
            Map.entry("outage", "999999"),
            Map.entry("day", "2026-03-02"),
            Map.entry("name", "li.wei"),
            Map.entry("source", "platform"),
            Map.entry("fact", ":relay-none"),
            Map.entry("account", "anna"));

    /** In the order of a marketplace: what is answered here is there for the next. */
    private static final List<String> FIRST = List.of(
            "/api/inquiries",
            "/api/inquiries/{inquiry}/replies",
            "/api/chat/messages",
            "/api/chat/messages/batch",
            "/api/chat/transfers");

    /** What these speak of has to come first: the example's inquiry is answered, its caller has no password, nothing failed or is signed. */
    private static final Map<String, Integer> NOT_NOW = Map.ofEntries(
            Map.entry("POST /api/inquiries/{inquiry}/withdrawals", 409),
            Map.entry("POST /api/inquiries/{inquiry}/rejections", 409),
            Map.entry("POST /api/inquiries/{inquiry}/alternatives-requests", 409),
            Map.entry("POST /api/inquiries/{inquiry}/picks", 404),
            Map.entry("POST /api/inquiries/{inquiry}/declines", 404),
            Map.entry("POST /api/disputes/{dispute}/decision", 409),
            Map.entry("POST /api/incidents/{incident}/retries", 404),
            Map.entry("POST /api/abnormal-accounts/{caught}/confirmation", 404),
            Map.entry("POST /api/abnormal-accounts/{caught}/take-back", 404),
            Map.entry("POST /api/mail-reviews/{fact}/decision", 404),
            Map.entry("POST /api/book-days/{day}/close-retries", 409),
            Map.entry("PUT /api/webhooks/{webhook}", 404),
            Map.entry("POST /api/outages/{outage}/decision", 403),
            Map.entry("POST /api/incoming/{source}", 401),
            Map.entry("POST /api/password", 400));

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private ObjectMapper json;

    private record Example(HttpMethod method, String path, String body) {

        String call() {
            return method + " " + path;
        }
    }

    private List<Example> examples() throws Exception {
        var answer = mvc.perform(get("/openapi.json")).andReturn().getResponse();
        var description = json.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
        var found = new ArrayList<Example>();
        for (var path : description.at("/paths").properties()) {
            for (var call : path.getValue().properties()) {
                var schema = call.getValue().at("/requestBody/content/application~1json/schema");
                if (!schema.isMissingNode()) {
                    var method = HttpMethod.valueOf(call.getKey().toUpperCase(Locale.ROOT));
                    found.add(new Example(method, path.getKey(), example(description, schema)));
                }
            }
        }
        return found;
    }

    private static String example(JsonNode description, JsonNode schema) {
        var ref = schema.path("$ref").asText("");
        var named = ref.isEmpty() ? schema : description.at(ref.substring(1));
        return named.path("example").toString();
    }

    @Test
    @DisplayName("is there for each body, and is taken by its call, or refused for what has not happened yet")
    void taken() throws Exception {
        marketplace.passTo(Instant.parse("2026-03-05T10:00:00Z"));
        var examples = examples();
        assertThat(examples)
                .hasSizeGreaterThan(15)
                .allSatisfy(one -> assertThat(one.body()).as(one.call()).startsWith("{"));
        var ordered = Stream.concat(
                FIRST.stream().flatMap(path -> examples.stream()
                        .filter(one -> one.path().equals(path))),
                examples.stream().filter(one -> !FIRST.contains(one.path())));
        var ids = new HashMap<>(IDS);
        var answers = new ArrayList<String>();
        for (var one : ordered.toList()) {
            var address = IN_PATH.matcher(one.path()).replaceAll(name -> ids.getOrDefault(name.group(1), "?"));
            var answer = mvc.perform(request(one.method(), address)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(one.body()))
                    .andReturn()
                    .getResponse();
            var consultation = json.readTree(answer.getContentAsString()).at("/consultation/id");
            if (consultation.isTextual()) {
                ids.put("consultation", consultation.asText());
            }
            var expected = NOT_NOW.getOrDefault(one.call(), 200);
            var met = expected == 200 ? answer.getStatus() / 100 == 2 : answer.getStatus() == expected;
            if (!met) {
                answers.add(one.call() + ": " + answer.getStatus() + " " + answer.getContentAsString());
            }
        }
        assertThat(answers).isEmpty();
    }
}
