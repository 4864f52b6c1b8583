package io.hourglass.portal.supplier;

import static io.hourglass.access.web.As.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.evidence.FactText;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.BuyerId;
import io.hourglass.kernel.FactKind;
import io.hourglass.kernel.InquiryId;
import io.hourglass.sla.State;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@HourglassTest
@DisplayName("A supplier's inbox")
class InboxPageTest extends SuppliersBrowser {

    @Test
    @DisplayName("says who asked what, until when, and how the figure is with and without it")
    void says() throws Exception {
        assertThat(page(INBOX))
                .contains("buyer-1")
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
        mvc.perform(get(INBOX + "?from=yesterday").with(as(OWN))).andExpect(status().isBadRequest());
        mvc.perform(get(INBOX + "?state=NONE").with(as(OWN))).andExpect(status().isBadRequest());
        mvc.perform(get(INBOX + "?page=x").with(as(OWN))).andExpect(status().isBadRequest());
    }

    @Test
    @DisplayName("is read twenty at a time, each once")
    void paged() throws Exception {
        for (var at = 0; at < 20; at++) {
            marketplace.inquiry("p" + at, new BuyerId("b" + at), Marketplace.SUPPLIER, "Pumps", "one of many");
        }
        assertThat(page(INBOX).split("<li class=\"card\"", -1)).hasSize(21);
        assertThat(page(INBOX)).contains("page=1").contains("21 inquiries");
        assertThat(page(INBOX + "?page=1").split("<li class=\"card\"", -1)).hasSize(2);
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
                                    "2 inquiries were rejected. Your figure was " + before
                                            + ", and is now 1 of 1 = 100.0 %."));
        }
        assertThat(state("q")).isEqualTo(State.REJECTED);
        assertThat(state("r")).isEqualTo(State.REJECTED);
        assertThat(told(FactKind.REJECTED)).hasSize(1);
        assertThat(told(FactKind.REJECTED).get(0).text()).isEqualTo(new FactText(null, "no pumps"));
        assertThat(told(FactKind.REJECTED).get(0).stored().actor()).isEqualTo("li.wei");
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
                .contains("Without effect: the inquiry had been answered.");
        assertThat(state("q")).isEqualTo(State.REJECTED);
        assertThat(state("r")).isEqualTo(State.TIMELY);
    }

    @Test
    @DisplayName("asks to tick something where nothing was")
    void nothingTicked() throws Exception {
        var answer =
                send(INBOX + "/objections", "kind", "REJECTED", "form", "f").andExpect(status().isBadRequest());
        assertThat(body(answer)).contains("Tick at least one");
    }

    @Test
    @DisplayName("takes nothing for a rejection that is none")
    void noObjection() throws Exception {
        send(INBOX + "/objections", "inquiry", "q", "kind", "REPLIED", "form", "f")
                .andExpect(status().isBadRequest());
        assertThat(told(FactKind.REPLIED)).isEmpty();
    }

    @Test
    @DisplayName("leads back from the address of its form")
    void back() throws Exception {
        mvc.perform(get(INBOX + "/objections").with(as(OWN))).andExpect(redirectedUrl(INBOX));
    }
}
