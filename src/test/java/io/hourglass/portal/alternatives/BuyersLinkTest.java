package io.hourglass.portal.alternatives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.hourglass.HourglassTest;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.portal.alternatives.BuyersBrowser.Page;
import io.hourglass.referral.links.BuyerLinks;
import io.hourglass.referral.offers.Referrals;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("A buyer's link")
class BuyersLinkTest {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @Autowired
    private BuyersBrowser browser;

    @Autowired
    private InquiryFiles files;

    @Autowired
    private Referrals referrals;

    @Autowired
    private BuyerLinks links;

    @Autowired
    private SettableClock clock;

    private InquiryId inquiry = new InquiryId("q");

    @BeforeEach
    void unanswered() {
        inquiry = browser.unanswered("q");
    }

    private static void assertNowhere(Page page) {
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.response().getContentType()).startsWith("text/html");
        assertThat(page.html()).contains("This link is not valid").doesNotContain("??", "centrifugal");
    }

    @Test
    @DisplayName("leads nowhere once any character of it is altered")
    void altered() {
        var token = browser.link(inquiry);
        for (var at = 0; at < token.length(); at++) {
            var next = LETTERS.charAt((LETTERS.indexOf(token.charAt(at)) + 1) % LETTERS.length());
            assertNowhere(browser.open(token.substring(0, at) + next + token.substring(at + 1), "en"));
        }
    }

    @Test
    @DisplayName("leads nowhere once it is cut or lengthened, or made up")
    void cut() {
        var token = browser.link(inquiry);
        for (var length = 1; length < token.length(); length++) {
            assertNowhere(browser.open(token.substring(0, length), "en"));
        }
        assertNowhere(browser.open(token + "A", "en"));
        assertNowhere(browser.open(token + "=", "en"));
        assertNowhere(browser.open("x".repeat(5000), "en"));
        assertNowhere(browser.open("~nothing~", "en"));
    }

    @Test
    @DisplayName("leads nowhere if there is no such inquiry")
    void unknown() {
        assertNowhere(browser.open(
                links.sign(new InquiryId("unknown"), io.hourglass.inquiry.Marketplace.BUYER, clock.instant()), "en"));
    }

    @Test
    @DisplayName("decides nothing where it leads nowhere")
    void decidesNothing() {
        var token = browser.link(inquiry) + "A";
        for (var path : new String[] {"/request", "/picks", "/decline"}) {
            assertNowhere(browser.send(post("/alternatives/" + token + path), "en"));
            assertNowhere(browser.send(get("/alternatives/" + token + path), "en"));
        }
        assertThat(referrals.find(inquiry)).isEmpty();
    }

    @Test
    @DisplayName(
            "can be read to the last instant of thirty days after the offer; then the page says that it has expired")
    void expires() {
        var token = browser.link(inquiry);
        var last = files.open(inquiry).judgement().clocks().offerExpires().plus(Duration.ofDays(30));
        clock.set(last);
        assertThat(browser.open(token, "en").status()).isEqualTo(200);
        clock.set(last.plusMillis(1));
        var page = browser.open(token, "en");
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.html()).contains("This link has expired").doesNotContain("??", "centrifugal");
        assertThat(browser.open(token, "zh").html()).contains("此链接已过期");
        assertThat(browser.send(post("/alternatives/" + token + "/request"), "en")
                        .status())
                .isEqualTo(410);
    }

    @Test
    @DisplayName("is kept out of caches, referrers and search engines, whatever is answered")
    void headers() {
        var token = browser.link(inquiry);
        for (var page : new Page[] {
            browser.open(token, "en"),
            browser.open("none", "en"),
            browser.decline(inquiry),
            browser.ask(inquiry),
            browser.send(get("/alternatives/" + token + "/nothing/there"), "en")
        }) {
            assertThat(page.response().getHeader("Cache-Control")).isEqualTo("no-store");
            assertThat(page.response().getHeader("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(page.response().getHeader("X-Robots-Tag")).isEqualTo("noindex");
        }
        assertThat(browser.send(get("/"), "en").response().getHeader("X-Robots-Tag"))
                .isNull();
    }

    @Test
    @DisplayName("leads back to the page from the address of a form, in the language asked for")
    void back() {
        var token = browser.link(inquiry);
        var page = browser.send(get("/alternatives/" + token + "/picks?lang=zh"), "en");
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.response().getRedirectedUrl()).isEqualTo("/alternatives/" + token + "?lang=zh");
    }
}
