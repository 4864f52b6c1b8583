package io.hourglass.portal.help;

import static io.hourglass.access.web.As.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.web.As;
import io.hourglass.inquiry.Marketplace;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("How it works")
class HelpPageTest {

    private static final Map<String, Caller> READERS = Map.of(
            "operations", As.operations(),
            "auditor", As.auditor(),
            "supplier", As.supplier("supplier-1"),
            "buyer", As.buyer("buyer-1"));

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    private static Caller reader(String role) {
        return Objects.requireNonNull(READERS.get(role));
    }

    private String page(Caller reader, String path, String language) throws Exception {
        var answer = mvc.perform(
                        get(path).with(as(reader)).accept(MediaType.TEXT_HTML).header("Accept-Language", language))
                .andExpect(status().isOk())
                .andReturn();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "operations, for operations, true, true",
        "auditor, for auditors, true, true",
        "supplier, for suppliers, true, false",
        "buyer, for buyers, false, true"
    })
    @DisplayName("is told to each role on a page of its own, and to the others if they ask")
    void roles(String role, String title, boolean disputes, boolean alternatives) throws Exception {
        var own = page(reader(role), "/help", "en");
        assertThat(own)
                .contains("How it works " + title, "What counts", "When a day is locked", "How the rate is made")
                .doesNotContain("??");
        assertThat(own.contains("id=\"disputes\"")).isEqualTo(disputes);
        assertThat(own.contains("id=\"alternatives\"")).isEqualTo(alternatives);
        for (var reader : READERS.values()) {
            assertThat(page(reader, "/help/" + role, "en")).contains("How it works " + title);
        }
        assertThat(page(reader(role), "/help", "zh")).contains("使用说明", "哪些计入").doesNotContain("??", "What counts");
    }

    @Test
    @DisplayName("has the figures of the policies in force, and an inquiry that is received now as its example")
    void figures() throws Exception {
        marketplace.passTo(Instant.parse("2026-03-02T01:30:00Z"));
        assertThat(page(As.auditor(), "/help", "en"))
                .contains(
                        "answered within 72 hours",
                        "within 3 days",
                        "locked 5 days after it began",
                        "covers the 30 days")
                .contains("RFQ opens at 80 %, with at least 1 counted inquiry")
                .contains("2026-03-02 09:30 +08:00", "2026-03-05 09:30 +08:00", "2026-03-07 00:00 +08:00")
                .contains("2026-03-07 to 2026-04-05");
        var rules =
                """
                {"inForceFrom": "2026-03-04", "gatePercent": 65, "minimumSample": 7, "newcomerSample": 3,
                 "exposureLeast": 0.5, "exposureNeutral": 1, "exposureMost": 2}""";
        mvc.perform(post("/api/standing-policies")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(rules))
                .andExpect(status().isCreated());
        assertThat(page(As.auditor(), "/help", "en")).contains("RFQ opens at 80 %");
        marketplace.passTo(Instant.parse("2026-03-03T16:00:00Z"));
        assertThat(page(As.auditor(), "/help", "en"))
                .contains("RFQ opens at 65 %, with at least 7 counted inquiries", "standing policy 2");
    }

    @Test
    @DisplayName("is told who has not signed in as to suppliers, and of a role that there is not the page says so")
    void others() throws Exception {
        var stranger = mvc.perform(get("/help").with(anonymous())).andReturn().getResponse();
        assertThat(stranger.getContentAsString(StandardCharsets.UTF_8)).contains("How it works for suppliers");
        var unknown = mvc.perform(get("/help/nobody").with(as(As.auditor())).accept(MediaType.TEXT_HTML))
                .andExpect(status().isNotFound())
                .andReturn();
        assertThat(unknown.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("There is no help page “nobody”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/suppliers/supplier-1/rate, #rate",
                "/suppliers/supplier-1/inbox, #counts",
                "/suppliers/supplier-1/disputes, #disputes",
                "/audit/numbers, #rate",
                "/audit/disputes, #disputes",
                "/operations, #counts"
            })
    @DisplayName("is linked from each page on which the question arises, and from the head of all")
    void linked(String place) throws Exception {
        marketplace.inquiry("q1");
        var path = place.substring(0, place.indexOf(','));
        var anchor = place.substring(place.indexOf('#'));
        assertThat(page(As.operations(), path, "en"))
                .contains("href=\"/help" + anchor + "\"", "<a class=\"help\" href=\"/help\"");
    }
}
