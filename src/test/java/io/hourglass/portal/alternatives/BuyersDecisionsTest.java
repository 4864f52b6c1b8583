package io.hourglass.portal.alternatives;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.HourglassTest;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.portal.alternatives.BuyersBrowser.Page;
import io.hourglass.referral.Alternatives;
import io.hourglass.referral.offers.Pick;
import io.hourglass.referral.offers.ReferralState;
import io.hourglass.referral.offers.Referrals;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HourglassTest
@DisplayName("On its page a buyer")
class BuyersDecisionsTest {

    private static final Duration MILLI = Duration.ofMillis(1);

    @Autowired
    private BuyersBrowser browser;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Alternatives alternatives;

    @Autowired
    private Referrals referrals;

    @Autowired
    private InquiryFiles files;

    @Autowired
    private RecordFact record;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SettableClock clock;

    private static void assertDone(Page page, String token) {
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.response().getRedirectedUrl()).isEqualTo("/alternatives/" + token + "?lang=en");
    }

    private long requests(InquiryId inquiry) {
        return files.open(inquiry).facts().stream()
                .filter(kept -> kept.stored().fact().is(InquiryFactKind.ALTERNATIVES_REQUESTED))
                .count();
    }

    private Stream<String> picked(InquiryId inquiry) {
        return alternatives.of(inquiry).picks().stream().map(Pick::supplier).map(SupplierId::value);
    }

    private void assertRefused(InquiryId inquiry, Page page, int status, String words) {
        assertThat(page.status()).isEqualTo(status);
        assertThat(page.html()).contains("class=\"notice wrong\"", words).doesNotContain("??");
        assertThat(picked(inquiry)).isEmpty();
        assertThat(alternatives.of(inquiry).referral().state()).isEqualTo(ReferralState.OFFERED);
    }

    @Test
    @DisplayName("asks once; asking again is the same request")
    void ask() {
        browser.pumpMakers(2);
        var inquiry = browser.unanswered("q");
        assertDone(browser.ask(inquiry), browser.link(inquiry));
        assertThat(alternatives.of(inquiry).state()).isEqualTo(ReferralState.OFFERED);
        assertDone(browser.ask(inquiry), browser.link(inquiry));
        assertThat(requests(inquiry)).isOne();
    }

    @Test
    @DisplayName("is not kept from asking by what a supplier sent under an id that looks like the page's own")
    void notInTheWay() throws Exception {
        browser.pumpMakers(1);
        var inquiry = browser.unanswered("q");
        for (var id : List.of("q/alternatives", "q/system-spam", "referred-q")) {
            record.record(FactReport.builder()
                    .id(new FactId(id))
                    .inquiry(inquiry)
                    .kind(InquiryFactKind.REJECTED)
                    .channel(Channel.WEB)
                    .build());
        }
        assertDone(browser.ask(inquiry), browser.link(inquiry));
        assertThat(alternatives.of(inquiry).state()).isEqualTo(ReferralState.OFFERED);
    }

    @Test
    @DisplayName("that asked before the page had ids of its own has asked, and asks no second time")
    void askedBefore() {
        browser.pumpMakers(1);
        var inquiry = browser.unanswered("q");
        assertDone(browser.ask(inquiry), browser.link(inquiry));
        jdbc.sql("update hourglass.fact set id = 'q/alternatives' where id = ':alternatives:q'")
                .update();
        jdbc.sql("delete from hourglass.referral_candidate").update();
        jdbc.sql("delete from hourglass.referral").update();
        assertDone(browser.ask(inquiry), browser.link(inquiry));
        assertThat(requests(inquiry)).isOne();
    }

    @Test
    @DisplayName("asks once, also while the search of an earlier request has not begun")
    void askTwiceEarly() {
        var inquiry = browser.inquiry("q");
        clock.set(files.open(inquiry).judgement().clocks().replyDeadline());
        assertDone(browser.ask(inquiry), browser.link(inquiry));
        assertDone(browser.ask(inquiry), browser.link(inquiry));
        assertThat(requests(inquiry)).isOne();
    }

    @Test
    @DisplayName("cannot ask before the deadline, and loses nothing by trying")
    void askTooEarly() {
        browser.pumpMakers(1);
        var inquiry = browser.inquiry("q");
        marketplace.passTo(
                files.open(inquiry).judgement().clocks().replyDeadline().minus(MILLI));
        var page = browser.ask(inquiry);
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.html()).contains("Alternatives cannot be requested now");
        assertThat(requests(inquiry)).isZero();
        marketplace.pass(MILLI);
        assertDone(browser.ask(inquiry), browser.link(inquiry));
        assertThat(alternatives.of(inquiry).state()).isEqualTo(ReferralState.OFFERED);
    }

    @Test
    @DisplayName("can ask up to the offer's last instant")
    void askTooLate() {
        var first = browser.inquiry("q1");
        var expires = files.open(first).judgement().clocks().offerExpires();
        marketplace.passTo(expires.minus(MILLI));
        assertDone(browser.ask(first), browser.link(first));
        var second = browser.inquiry("q2");
        marketplace.passTo(
                files.open(second).judgement().clocks().offerExpires().plus(MILLI));
        assertThat(browser.ask(second).status()).isEqualTo(409);
        assertThat(referrals.find(second)).isEmpty();
    }

    @Test
    @DisplayName("picks up to three, with consent, and each of them gets the inquiry")
    void pick() {
        var inquiry = browser.offered("q", 4);
        assertDone(browser.pick(inquiry, true, "s1", "s2", "s4"), browser.link(inquiry));
        assertThat(picked(inquiry)).containsExactlyInAnyOrder("s1", "s2", "s4");
        assertThat(alternatives.of(inquiry).picks()).allSatisfy(pick -> assertThat(
                        files.open(pick.newInquiry()).text().body())
                .isEqualTo("We need 40 centrifugal pumps."));
    }

    @Test
    @DisplayName("picks nobody without consent, and keeps its ticks")
    void noConsent() {
        var inquiry = browser.offered("q", 2);
        var page = browser.pick(inquiry, false, "s2");
        assertRefused(inquiry, page, 400, "Nothing is sent without your consent");
        assertThat(page.html())
                .containsPattern("value=\"s2\"[^>]*checked")
                .doesNotContainPattern("value=\"s1\"[^>]*checked");
    }

    @Test
    @DisplayName("picks nobody by picking more than three, and keeps its ticks and its consent")
    void tooMany() {
        var inquiry = browser.offered("q", 4);
        var page = browser.pick(inquiry, true, "s1", "s2", "s3", "s4");
        assertRefused(inquiry, page, 400, "You have picked more than 3");
        assertThat(page.html())
                .containsPattern("value=\"s4\"[^>]*checked")
                .containsPattern("name=\"consent\"[^>]*checked");
    }

    @Test
    @DisplayName("has to tick somebody")
    void none() {
        var inquiry = browser.offered("q", 1);
        assertRefused(inquiry, browser.pick(inquiry, true), 400, "You have picked no supplier");
    }

    @Test
    @DisplayName("picks nobody who is not offered, nor what is no supplier at all")
    void notOffered() {
        var inquiry = browser.offered("q", 1);
        assertRefused(inquiry, browser.pick(inquiry, true, "supplier-1"), 400, "Only the suppliers listed here");
        assertRefused(inquiry, browser.pick(inquiry, true, "s1", " "), 400, "Only the suppliers listed here");
    }

    @Test
    @DisplayName("is told whose referrals are used up, by name")
    void takesNoMore() {
        var inquiry = browser.offered("q", 2);
        browser.gainedAlready(new SupplierId("s2"), 34);
        var page = browser.pick(inquiry, true, "s1", "s2");
        assertRefused(inquiry, page, 400, "take no more inquiries as alternatives at present: Pump Maker 2.");
        assertDone(browser.pick(inquiry, true, "s1"), browser.link(inquiry));
    }

    @Test
    @DisplayName("picks once: the same again changes nothing, others are too late")
    void pickAgain() {
        var inquiry = browser.offered("q", 3);
        browser.pick(inquiry, true, "s1", "s2");
        assertDone(browser.pick(inquiry, true, "s2", "s1"), browser.link(inquiry));
        var page = browser.pick(inquiry, true, "s3");
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.html()).contains("This has been decided already", "sent to 2 alternatives");
        assertThat(browser.decline(inquiry).status()).isEqualTo(409);
        assertThat(picked(inquiry)).containsExactlyInAnyOrder("s1", "s2");
    }

    @Test
    @DisplayName("declines once, and picks nobody afterwards")
    void decline() {
        var inquiry = browser.offered("q", 1);
        assertDone(browser.decline(inquiry), browser.link(inquiry));
        assertDone(browser.decline(inquiry), browser.link(inquiry));
        assertThat(browser.pick(inquiry, true, "s1").status()).isEqualTo(409);
        assertThat(picked(inquiry)).isEmpty();
        assertThat(alternatives.of(inquiry).state()).isEqualTo(ReferralState.DECLINED);
    }

    @Test
    @DisplayName("picks up to the offer's last instant")
    void afterExpiry() {
        var inquiry = browser.offered("q", 1);
        var expires = alternatives.of(inquiry).referral().expiresAt();
        clock.set(expires.plus(MILLI));
        assertThat(browser.pick(inquiry, true, "s1").status()).isEqualTo(409);
        assertThat(browser.decline(inquiry).status()).isEqualTo(409);
        clock.set(expires);
        assertDone(browser.pick(inquiry, true, "s1"), browser.link(inquiry));
    }

    @Test
    @DisplayName("can neither pick nor decline before it has asked")
    void nothingOffered() {
        var inquiry = browser.unanswered("q");
        assertThat(browser.pick(inquiry, true, "s1").status()).isEqualTo(409);
        assertThat(browser.decline(inquiry).status()).isEqualTo(409);
        assertThat(referrals.find(inquiry)).isEmpty();
    }
}
