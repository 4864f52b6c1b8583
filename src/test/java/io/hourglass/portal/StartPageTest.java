package io.hourglass.portal;

import static io.hourglass.access.web.As.as;
import static io.hourglass.access.web.As.auditor;
import static io.hourglass.access.web.As.buyer;
import static io.hourglass.access.web.As.operations;
import static io.hourglass.access.web.As.supplier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Caller;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.SupplierId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
class StartPageTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    private String page(String path, String language) throws Exception {
        var answer = mvc.perform(get(path).header("Accept-Language", language)).andReturn();
        assertThat(answer.getResponse().getStatus()).isEqualTo(200);
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private void lands(Caller caller, String path) throws Exception {
        mvc.perform(get("/").with(as(caller))).andExpect(status().isSeeOther()).andExpect(redirectedUrl(path));
    }

    @Test
    @DisplayName("everybody lands on its work, and who has no role on what this is")
    void landing() throws Exception {
        lands(operations(), "/operations");
        lands(auditor(), "/audit/disputes");
        lands(supplier("s/1"), "/suppliers/s%2F1/inbox");
        lands(buyer("b1"), "/buyers/b1/inquiries");
        lands(new Caller("nobody", Set.of(), Set.of(), null, null), "/about");
    }

    @Test
    @DisplayName("what this is may be read by everybody, what is here by those who see all of it")
    void about() throws Exception {
        marketplace.inquiry("q1");
        for (var party : List.of(supplier("s1"), buyer("b1"))) {
            var answer = mvc.perform(get("/about").with(as(party))).andReturn().getResponse();
            assertThat(answer.getContentAsString())
                    .contains("How an inquiry goes")
                    .doesNotContain("At a glance");
        }
        mvc.perform(get("/about").with(anonymous())).andExpect(status().isOk());
        assertThat(page("/about", "en")).contains("At a glance").doesNotContain("No data yet");
    }

    @Test
    @DisplayName("all suppliers are for operations and auditors")
    void staff() throws Exception {
        for (var reader : List.of(operations(), auditor())) {
            mvc.perform(get("/suppliers").with(as(reader))).andExpect(status().isOk());
        }
        for (var party : List.of(supplier("s1"), buyer("b1"))) {
            mvc.perform(get("/suppliers").with(as(party))).andExpect(status().isForbidden());
        }
    }

    @Test
    @DisplayName("the calls may be read by everybody, with ids of what is here by those who see all of it")
    void calls() throws Exception {
        marketplace.reply(marketplace.inquiry("q1"));
        marketplace.passTo(Instant.parse("2026-03-06T16:00:00Z"));
        for (var reader : List.of(as(supplier("s1")), as(buyer("b1")), anonymous())) {
            var answer =
                    mvc.perform(get("/developers").with(reader)).andReturn().getResponse();
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                    .contains("curl -i", "href=\"/openapi\"")
                    .doesNotContain("/api/inquiries/q1", "/camunda");
        }
        assertThat(page("/developers", "en")).contains("/api/inquiries/q1", "/camunda");
    }

    @Test
    @DisplayName("who is to sign in first finds what this is, how it works and how it is called")
    void beforeSignIn() throws Exception {
        for (var path : List.of("/about", "/help", "/help/buyer", "/developers")) {
            mvc.perform(get(path).with(anonymous())).andExpect(status().isOk());
        }
        var login = mvc.perform(get("/login").with(anonymous())).andReturn().getResponse();
        assertThat(login.getContentAsString(StandardCharsets.UTF_8))
                .contains("href=\"/about\"", "href=\"/help\"", "href=\"/developers\"");
    }

    @Test
    @DisplayName("an empty database says what to do next")
    void empty() throws Exception {
        assertThat(page("/about", "en")).contains("No data yet").contains("href=\"/developers\"");
        assertThat(page("/developers", "en")).contains("curl -i").doesNotContain("Calls to try");
        assertThat(page("/suppliers", "en")).contains("There are no suppliers yet");
    }

    @Test
    @DisplayName("each supplier's numbers are listed, and the calls that read them")
    void withData() throws Exception {
        marketplace.reply(marketplace.inquiry("q1"));
        marketplace.passTo(Instant.parse("2026-03-06T16:00:00Z"));
        assertThat(page("/suppliers", "en"))
                .contains("supplier-1")
                .contains("100.0 %")
                .contains("1 / 1")
                .contains("2026-02-01</span> to")
                .doesNotContain("??");
        assertThat(page("/about", "en")).contains("2026-03-08 00:00").contains("2026-03-08 00:00 +08:00 Asia/Shanghai");
        assertThat(page("/developers", "en"))
                .contains("GET /api/inquiries/q1")
                .as("no page of JSON is led to")
                .doesNotContain("href=\"/api");
    }

    @Test
    @DisplayName("suppliers are found by a part of their name in any case")
    void byName() throws Exception {
        marketplace.inquiry("q1");
        marketplace.inquiry("q2", Marketplace.BUYER, new SupplierId("Other"), marketplace.now(), null);
        assertThat(page("/suppliers?q=OTH", "en")).contains(">Other<").doesNotContain("supplier-1");
        assertThat(page("/suppliers?q=nobody", "en")).contains("“nobody”").doesNotContain("supplier-1");
    }

    @Test
    @DisplayName("the suppliers that are found can be had as a file, with their numbers")
    void file() throws Exception {
        marketplace.reply(marketplace.inquiry("q1"));
        marketplace.inquiry("q2", Marketplace.BUYER, new SupplierId("other"), marketplace.now(), null);
        marketplace.passTo(Instant.parse("2026-03-06T16:00:00Z"));
        assertThat(page("/suppliers?q=supp", "en")).contains("?q=supp&amp;as=csv");
        assertThat(page("/suppliers?q=supp&as=csv", "en"))
                .contains("supplier-1,supplier-1,100.0 %,1,1,2026-02-01,2026-03-02")
                .doesNotContain("other");
        mvc.perform(get("/suppliers?as=csv").with(as(supplier("supplier-1")))).andExpect(status().isForbidden());
    }

    @Test
    @DisplayName("the process is a picture in English, and drawn from the model with its Chinese names in Chinese")
    void process() throws Exception {
        assertThat(page("/about", "en")).contains("src=\"/inquiry.svg\"").doesNotContain("data-model");
        assertThat(page("/about", "zh"))
                .contains("data-model=\"/api/process-models/inquiry?lang=zh\"")
                .doesNotContain("/inquiry.svg");
    }

    @Test
    @DisplayName("who has no number shows no data, not 0 % or 100 %")
    void noData() throws Exception {
        marketplace.inquiry("q1");
        assertThat(page("/suppliers", "en"))
                .contains("no data")
                .contains("1 waiting")
                .contains("0.0 % – 100.0 %");
    }

    @Test
    @DisplayName("the page is Chinese if the browser or ?lang= says so, and ?lang= wins")
    void languages() throws Exception {
        marketplace.inquiry("q1");
        assertThat(page("/suppliers", "zh-CN"))
                .contains("lang=\"zh\"")
                .contains("名称或其中一部分")
                .doesNotContain("??");
        assertThat(page("/suppliers?lang=zh", "en")).contains("名称或其中一部分");
        assertThat(page("/suppliers?lang=en", "zh")).contains("Name, or a part of it");
        assertThat(page("/suppliers", "fr")).contains("Name, or a part of it");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/about", "/developers", "/suppliers"})
    @DisplayName("no script and no style stands in the page")
    void nothingInline(String path) throws Exception {
        marketplace.inquiry("q1");
        assertThat(page(path, "en"))
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContain("style=")
                .doesNotContain("<style");
    }

    @Test
    @DisplayName("every name of a supplier is shown as it is written")
    void escaped() throws Exception {
        marketplace.inquiry("q1", Marketplace.BUYER, new SupplierId("<b>&"), marketplace.now(), null);
        assertThat(page("/suppliers", "en")).contains("&lt;b&gt;&amp;").doesNotContain("<b>&");
    }
}
