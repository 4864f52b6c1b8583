package io.hourglass.portal.supplier;

import static io.hourglass.access.web.As.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.market.buyers.NameBuyer;
import io.hourglass.market.buyers.NameBuyer.Named;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("A supplier's inbox")
class InboxPageTest extends SuppliersBrowser {

    @Autowired
    private NameBuyer names;

    @Test
    @DisplayName("says who asked what, until when, and how the figure is with and without it")
    void says() throws Exception {
        assertThat(page(INBOX))
                .contains("buyer-1")
                .contains("Hardware › Pumps")
                .contains("Forty &lt;b&gt;pumps&lt;/b&gt;, please")
                .contains("datetime=\"2026-03-05T02:00:00Z\"")
                .contains("now 0 of 1 = 0.0 %, then 0 of 0 = no data")
                .contains("an automatic reply");
    }

    @Test
    @DisplayName("is filtered by state, days and words, and says of wrong days what is wrong")
    void filtered() throws Exception {
        assertThat(page(INBOX + "?state=TIMELY")).doesNotContain("Forty");
        assertThat(page(INBOX + "?state=PENDING&from=&to=&words=PUMPS")).contains("Forty");
        assertThat(page(INBOX + "?to=2026-03-01")).doesNotContain("Forty");
    }

    @Test
    @DisplayName(
            "finds by words as the one search does, by a buyer's name and by words in any order, and by a part of the text")
    void words() throws Exception {
        names.name(new Named(new BuyerId("b9"), "Lyon Home"));
        marketplace.inquiry("n", new BuyerId("b9"), Marketplace.SUPPLIER, "Pillowcases", "of pure silk, two sets");
        for (var words : new String[] {"lyon", "home lyon", "b9", "PURE SILK", "re silk, tw", "N"}) {
            assertThat(page(INBOX + "?words=" + words)).as(words).contains("of pure silk");
        }
        marketplace.inquiry("n-2", new BuyerId("b9"), Marketplace.SUPPLIER, "Pumps", "newer, and of the same buyer");
        marketplace.reject(new InquiryId("n"), marketplace.now());
        assertThat(page(INBOX + "?state=REJECTED&words=lyon"))
                .contains("of pure silk")
                .doesNotContain("newer, and");
        assertThat(page(INBOX + "?words=n"))
                .as("the very id")
                .contains("of pure silk")
                .doesNotContain("newer, and");
        assertThat(page(INBOX + "?words=n-")).contains("newer, and");
        for (var words : new String[] {"lyons", "lyon b1", "yon"}) {
            assertThat(page(INBOX + "?words=" + words)).as(words).doesNotContain("of pure silk");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "from=yesterday, 'from is yesterday, but must be an ISO-8601 date'",
        "to=%2B99999-01-01, 'to is +99999-01-01, but must be an ISO-8601 date'",
        "from=2026-03-05&to=2026-03-04, 'from is 2026-03-05, but must be on or before the last day'",
        "state=NONE, 'state is NONE, but must be one of PENDING'",
        "page=x, 'page is x, but must be a whole number'",
        "page=-1, 'page is -1, but must be 0 or more'",
        "words=%00, 'but must be without NUL'"
    })
    @DisplayName("says of what it cannot look for which field is wrong, how it was written, and the rule")
    void wrong(String asked, String said) throws Exception {
        var answer = mvc.perform(
                        get(URI.create(INBOX + "?" + asked)).with(as(OWN)).header("Accept-Language", "en"))
                .andExpect(status().isBadRequest());
        assertThat(body(answer)).contains(said);
    }

    @Test
    @DisplayName("says how many wait and how many are due soon, whatever is looked for")
    void counts() throws Exception {
        marketplace.pass(Duration.ofDays(2).minusSeconds(1));
        var waiting = "state=PENDING\">1</a>";
        assertThat(page(INBOX + "?words=nobody")).contains(waiting).contains("<dd>0</dd>");
        marketplace.pass(Duration.ofSeconds(1));
        assertThat(page(INBOX + "?to=2026-03-01")).contains(waiting).contains("<dd class=\"soon\">1</dd>");
    }

    @Test
    @DisplayName("is narrowed by chips, each state with its count among the days and words that were asked for")
    void chips() throws Exception {
        marketplace.reply(marketplace.inquiry("a", new BuyerId("c"), Marketplace.SUPPLIER, "Pumps", "c"));
        marketplace.reply(marketplace.inquiry("b", new BuyerId("d"), Marketplace.SUPPLIER, "Pumps", "d"));
        var all = page(INBOX);
        assertThat(all)
                .contains("href=\"?state=TIMELY\"", "Counts of the days that are shown")
                .doesNotContain("state=SPAM\"");
        assertThat(plain(all)).contains("Waiting 1", "Met (in time) 2");
        assertThat(plain(page(INBOX + "?state=TIMELY&page=0")))
                .contains("Waiting 1", "Met (in time) 2", "2 inquiries:");
        assertThat(page(INBOX + "?state=TIMELY&page=0"))
                .contains("href=\"?state=PENDING\"", "name=\"state\" value=\"TIMELY\"");
        assertThat(plain(page(INBOX + "?words=c&state=LATE"))).contains("Late 0");
        assertThat(plain(page(INBOX + "?to=2026-03-01"))).doesNotContain("Met (in time) 2");
    }

    private static String plain(String page) {
        return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    @Test
    @DisplayName("is read twenty at a time, each once")
    void paged() throws Exception {
        for (var at = 0; at < 20; at++) {
            marketplace.inquiry("p" + at, new BuyerId("b" + at), Marketplace.SUPPLIER, "Pumps", "one of many");
        }
        assertThat(page(INBOX).split("<li class=\"card\"", -1)).hasSize(21);
        assertThat(page(INBOX)).contains("page=1").contains("21 inquiries");
        for (var last : List.of("?page=1", "?page=2147483647")) {
            assertThat(page(INBOX + last).split("<li class=\"card\"", -1)).hasSize(2);
        }
    }

    @Test
    @DisplayName("rejects several with one reason, once however often it is sent")
    void several() throws Exception {
        marketplace.inquiry("r", new BuyerId("b"), Marketplace.SUPPLIER, "Pumps", "b");
        marketplace.reply(marketplace.inquiry("a", new BuyerId("c"), Marketplace.SUPPLIER, "Pumps", "c"));
        for (var before : List.of("1 of 3 = 33.3 %", "1 of 1 = 100.0 %")) {
            send(
                            INBOX + "/objections",
                            "inquiry",
                            "q",
                            "inquiry",
                            "r",
                            "kind",
                            "REJECTED",
                            "reason",
                            "no pumps",
                            "form",
                            "f")
                    .andExpect(status().isSeeOther())
                    .andExpect(redirectedUrl(INBOX))
                    .andExpect(flash().attribute(
                                    "said",
                                    "2 inquiries were rejected. Your rate was " + before
                                            + ", and is now 1 of 1 = 100.0 %."));
        }
        assertThat(state("q")).isEqualTo(InquiryState.REJECTED);
        assertThat(state("r")).isEqualTo(InquiryState.REJECTED);
        assertThat(told(InquiryFactKind.REJECTED)).hasSize(1);
        assertThat(told(InquiryFactKind.REJECTED).get(0).text()).isEqualTo(new FactText(null, "no pumps"));
        assertThat(told(InquiryFactKind.REJECTED).get(0).stored().actor()).isEqualTo("li.wei");
    }

    @Test
    @DisplayName("says of each that a rule refuses why, and does the others")
    void someRefused() throws Exception {
        marketplace.inquiry("r", new BuyerId("b"), Marketplace.SUPPLIER, "Pumps", "b");
        marketplace.reply(new InquiryId("r"));
        var answer = send(INBOX + "/objections", "inquiry", "q", "inquiry", "r", "kind", "REJECTED", "form", "f")
                .andExpect(status().isConflict());
        assertThat(body(answer))
                .contains("One inquiry was rejected.")
                .contains("Without effect: the inquiry had already been answered.");
        assertThat(state("q")).isEqualTo(InquiryState.REJECTED);
        assertThat(state("r")).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName(
            "stays as it was asked for: after what was done, after what was refused, and with that named if it is not shown")
    void staysAsAsked() throws Exception {
        var asked = "?state=PENDING&words=pumps%20%26%20so";
        send(INBOX + "/objections" + asked, "inquiry", "q", "kind", "REJECTED", "form", "f")
                .andExpect(redirectedUrl(INBOX + asked));
        marketplace.reply(marketplace.inquiry("r", new BuyerId("b"), Marketplace.SUPPLIER, "Pumps", "b"));
        var refused = send(INBOX + "/objections" + asked, "inquiry", "r", "kind", "REJECTED", "form", "f");
        assertThat(body(refused.andExpect(status().isConflict())))
                .contains("action=\"/suppliers/supplier-1/inbox/objections?state=PENDING&amp;words=pumps%20%26%20so\"")
                .contains("value=\"pumps &amp; so\"")
                .contains("href=\"/suppliers/supplier-1/inquiries/r\">Without a subject</a>");
        mvc.perform(get(URI.create(INBOX + "/objections?page=1&state=PENDING")).with(as(OWN)))
                .andExpect(redirectedUrl(INBOX + "?page=1&state=PENDING"));
    }

    @Test
    @DisplayName("offers nothing for several at once where there is nothing to tick")
    void nothingToTick() throws Exception {
        assertThat(page(INBOX)).contains("Bulk actions");
        marketplace.reject(new InquiryId("q"), marketplace.now());
        assertThat(page(INBOX)).contains("Forty").doesNotContain("Bulk actions");
    }

    @Test
    @DisplayName("asks to tick something where nothing was, and keeps the reason")
    void nothingTicked() throws Exception {
        var answer = send(INBOX + "/objections", "kind", "REJECTED", "reason", "no pumps", "form", "f")
                .andExpect(status().isBadRequest());
        assertThat(body(answer)).contains("Select at least one").contains("value=\"no pumps\"");
    }

    @Test
    @DisplayName("takes nothing for a rejection that is none")
    void noObjection() throws Exception {
        send(INBOX + "/objections", "inquiry", "q", "kind", "REPLIED", "form", "f")
                .andExpect(status().isBadRequest());
        assertThat(told(InquiryFactKind.REPLIED)).isEmpty();
    }

    @Test
    @DisplayName("leads back from the address of its form")
    void back() throws Exception {
        mvc.perform(get(INBOX + "/objections").with(as(OWN))).andExpect(redirectedUrl(INBOX));
    }
}
