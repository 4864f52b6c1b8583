package io.hourglass.web;

import static io.hourglass.access.web.As.as;
import static io.hourglass.access.web.As.operations;
import static io.hourglass.access.web.As.supplier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.access.accounts.Preferences;
import io.hourglass.access.accounts.Preferences.Preference;
import io.hourglass.access.callers.Caller;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.referral.links.BuyerLinks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HourglassTest
@DisplayName("Who reads a page")
class ViewerTest {

    private static final Caller OLGA = operations();
    private static final String INQUIRIES = "/audit/inquiries?id=q1";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Preferences preferences;

    @Autowired
    private BuyerLinks links;

    private final MockHttpSession session = new MockHttpSession();

    private ResultActions set(String field, String value, String back) throws Exception {
        return mvc.perform(post("/preferences")
                .param(field, value)
                .param("back", back)
                .with(as(OLGA))
                .session(session));
    }

    private String page(MockHttpSession session, String path) throws Exception {
        return mvc.perform(get(path).with(as(OLGA)).session(session).header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("may type the name of a zone in any case; one that there is not is refused")
    void zoneInAnyCase() throws Exception {
        set("zone", "asia/tokyo", "/account").andExpect(status().isSeeOther());
        assertThat(preferences.of(OLGA.name()).zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        set("zone", "asia/atlantis", "/account").andExpect(status().isBadRequest());
        assertThat(preferences.of(OLGA.name()).zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    @DisplayName("reads the sentences of a trace and the page behind a link in the same zone as all else")
    void oneZone() throws Exception {
        var id = marketplace.inquiry("q1");
        set("zone", "America/New_York", "/account").andExpect(status().isSeeOther());
        page(session, "/account");
        assertThat(page(session, "/inquiries/q1/trace").replaceAll("<td data-label=\"Asia/Shanghai\">[^<]*</td>", ""))
                .contains("-05:00")
                .doesNotContain("+08:00");
        var link = "/alternatives/" + links.sign(id, Marketplace.BUYER, Instant.parse("2026-04-01T00:00:00Z"));
        assertThat(mvc.perform(get(link).with(anonymous()).session(session))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("2026-03-01 21:00 -05:00")
                .doesNotContain("+08:00");
        assertThat(mvc.perform(get(link).with(anonymous()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("2026-03-02 10:00 +08:00");
    }

    @Test
    @DisplayName("sees times in the marketplace's zone, or else in the one that it has set, then and in later sessions")
    void zone() throws Exception {
        marketplace.inquiry("q1"); // 2026-03-02T02:00Z
        assertThat(page(session, INQUIRIES)).contains(">China Time<").contains("+08:00 Asia/Shanghai\"");
        set("zone", "Europe/London", INQUIRIES).andExpect(status().isSeeOther()).andExpect(redirectedUrl(INQUIRIES));
        for (var own : new MockHttpSession[] {session, new MockHttpSession()}) {
            assertThat(page(own, INQUIRIES)).contains("+00:00 Europe/London\"").doesNotContain("+08:00");
        }
        set("zone", "", "/").andExpect(redirectedUrl("/"));
        assertThat(page(session, INQUIRIES)).contains("+08:00 Asia/Shanghai\"");
    }

    @Test
    @DisplayName(
            "sees at its next page what it has set in another session that is open, and within half a minute what was set on another node")
    void elsewhere() throws Exception {
        marketplace.inquiry("q1");
        var other = new MockHttpSession();
        assertThat(page(other, INQUIRIES)).contains("+08:00 Asia/Shanghai\"");
        set("zone", "Europe/London", "/");
        assertThat(page(other, INQUIRIES)).contains("+00:00 Europe/London\"");
        set("language", "zh", "/");
        assertThat(page(other, "/about")).contains("lang=\"zh\"");

        preferences.put(OLGA.name(), new Preference(ZoneId.of("Asia/Tokyo"), null)); // by another node
        marketplace.pass(ViewerSettings.HOLDS_FOR.minusMillis(1));
        assertThat(page(other, INQUIRIES)).contains("+00:00 Europe/London\"");
        marketplace.pass(Duration.ofMillis(1));
        assertThat(page(other, INQUIRIES)).contains("+09:00 Asia/Tokyo\"").contains("lang=\"en\"");
    }

    @Test
    @DisplayName(
            "reads in the sentences of a trace the zone of the page, and in its table of clocks the marketplace's beside UTC")
    void sentences() throws Exception {
        marketplace.inquiry("q1");
        set("zone", "Asia/Kathmandu", "/");
        assertThat(page(session, "/inquiries/q1/trace"))
                .contains("up to and including 2026-03-05 07:45 +05:45", ">2026-03-05 10:00 +08:00</td>")
                .doesNotContain("up to and including 2026-03-05 10:00 +08:00");
    }

    @Test
    @DisplayName("keeps its days as the marketplace has them")
    void days() throws Exception {
        marketplace.inquiry("q1");
        var before = page(session, "/suppliers");
        set("zone", "Pacific/Honolulu", "/");
        var window = "<span class=\"date\">";
        assertThat(page(session, "/suppliers").split(window, 2)[1].split("</td>", 2)[0])
                .isEqualTo(before.split(window, 2)[1].split("</td>", 2)[0]);
    }

    @Test
    @DisplayName("reads them in the language that it has set, unless its browser was told otherwise")
    void language() throws Exception {
        set("language", "zh", "/about");
        assertThat(page(session, "/about")).contains("lang=\"zh\"");
        assertThat(page(session, "/about?lang=en")).contains("lang=\"en\"");
        assertThat(preferences.of(OLGA.name())).isEqualTo(new Preference(null, "zh"));
        set("zone", "Asia/Tokyo", "/");
        assertThat(preferences.of(OLGA.name())).isEqualTo(new Preference(ZoneId.of("Asia/Tokyo"), "zh"));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "zone, Mars/Olympus",
        "zone, +08:00",
        "zone, ../../etc",
        "language, fr",
        "language, ZH",
    })
    @DisplayName("sets none that there is not: that is said, and changes nothing")
    void unknown(String field, String value) throws Exception {
        set(field, value, "/")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString(value)));
        assertThat(preferences.of(OLGA.name())).isEqualTo(Preference.NONE);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"//evil.example", "/\\evil.example", "https://evil.example", "evil", "/a\r\nb: c"})
    @DisplayName("is led back to pages of ours only")
    void back(String address) throws Exception {
        set("zone", "Europe/London", address).andExpect(status().isBadRequest());
        assertThat(preferences.of(OLGA.name())).isEqualTo(Preference.NONE);
    }

    @Test
    @DisplayName("is somebody who is signed in")
    void anonymously() throws Exception {
        mvc.perform(post("/preferences").param("zone", "Europe/London").with(anonymous()))
                .andExpect(status().is4xxClientError());
    }

    @Test
    @DisplayName("is told near instants by how far they are, with the whole instant and its year as title")
    void near() throws Exception {
        marketplace.inquiry("q1");
        mvc.perform(get(INQUIRIES).with(as(OLGA))).andExpect(content().string(containsString(">just now</time>")));
        marketplace.pass(Duration.ofDays(7).minusSeconds(1));
        mvc.perform(get(INQUIRIES).with(as(OLGA)))
                .andExpect(content().string(containsString(">6 d 23 h ago</time>")))
                .andExpect(content().string(containsString("title=\"2026-03-0")));
        mvc.perform(get(INQUIRIES).param("lang", "zh").with(as(OLGA)))
                .andExpect(content().string(containsString(">6 天 23 小时前</time>")));
        marketplace.pass(Duration.ofSeconds(1));
        mvc.perform(get(INQUIRIES).with(as(OLGA)))
                .andExpect(content().string(not(containsString("ago</time>"))))
                .andExpect(content().string(containsString(">2026-03-0")));
    }

    @Test
    @DisplayName("finds in the menu what waits for it, and nothing of others")
    void counts() throws Exception {
        var inquiry = marketplace.inquiry("q1");
        var own = supplier(Marketplace.SUPPLIER.value());
        mvc.perform(get("/menu").with(as(own)))
                .andExpect(content().string(containsString("data-entry=\"inbox\" data-waiting=\"1\"")))
                .andExpect(content().string(not(containsString("auditDisputes"))));
        mvc.perform(get("/menu").with(as(supplier("nobody-yet"))))
                .andExpect(content().string(containsString("data-entry=\"inbox\" data-waiting=\"0\"")));
        marketplace.reply(inquiry);
        mvc.perform(get("/menu").with(as(own)))
                .andExpect(content().string(containsString("data-entry=\"inbox\" data-waiting=\"0\"")));
        mvc.perform(get("/menu").with(as(OLGA)))
                .andExpect(content().string(containsString("data-entry=\"auditDisputes\" data-waiting=\"0\"")));
        mvc.perform(get("/menu").with(anonymous())).andExpect(status().is3xxRedirection());
    }
}
