package io.hourglass.portal.alternatives;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.HourglassTest;
import io.hourglass.Processes;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.operations.reconciler.Reconciler;
import io.hourglass.rate.standing.ChooseDisplay;
import io.hourglass.referral.Alternatives;
import io.hourglass.referral.offers.Pick;
import io.hourglass.referral.ranking.Trait;
import io.hourglass.referral.served.ServedLedger;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("The buyer's page")
class BuyersPageTest {

    @Autowired
    private BuyersBrowser browser;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Alternatives alternatives;

    @Autowired
    private ChooseDisplay display;

    @Autowired
    private InquiryFiles files;

    @Autowired
    private ServedLedger served;

    @Autowired
    private Processes processes;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Reconciler reconciler;

    /** In both languages, without a hole. */
    private void says(InquiryId inquiry, String english, String chinese) {
        var en = browser.open(inquiry, "en");
        var zh = browser.open(inquiry, "zh-CN");
        assertThat(en.status()).isEqualTo(200);
        assertThat(zh.status()).isEqualTo(200);
        assertThat(en.html()).contains("lang=\"en\"", english).doesNotContain("??", "style=", "<style");
        assertThat(zh.html()).contains("lang=\"zh\"", chinese).doesNotContain("??");
    }

    private InquiryId carriedTo(InquiryId inquiry, String supplier) {
        return alternatives.of(inquiry).picks().stream()
                .filter(pick -> pick.supplier().value().equals(supplier))
                .map(Pick::newInquiry)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("says until when the supplier has time, while it has")
    void waiting() {
        var inquiry = browser.inquiry("q");
        says(
                inquiry,
                "supplier-1 has until 2026-03-05 10:00 +08:00 to answer",
                "supplier-1 须不晚于 2026-03-05 10:00 +08:00 回复");
        assertThat(browser.open(inquiry, "en").html()).doesNotContain("<form", "<button");
    }

    @Test
    @DisplayName("says that nobody answered, with one button to ask for others")
    void unanswered() {
        var inquiry = browser.unanswered("q");
        says(inquiry, "supplier-1 did not answer by 2026-03-05 10:00", "截至 2026-03-05 10:00 +08:00，supplier-1 没有回复");
        assertThat(browser.open(inquiry, "en").html())
                .contains("We need 40 centrifugal pumps.")
                .contains("Hardware › Pumps")
                .containsOnlyOnce("<button")
                .contains("Show alternatives");
    }

    @Test
    @DisplayName("says that the supplier rejected the inquiry, at once, with the same button")
    void rejected() {
        var inquiry = browser.inquiry("q");
        marketplace.reject(inquiry, marketplace.now());
        says(inquiry, "supplier-1 has rejected your inquiry", "supplier-1 退回了您的询盘");
        assertThat(browser.open(inquiry, "en").html()).contains("Show alternatives");
        marketplace.pass(Duration.ofHours(1));
        browser.reply(inquiry, "On second thought, yes.");
        says(inquiry, "but has answered since", "后来又作了回复");
        assertThat(browser.open(inquiry, "en").html()).contains("On second thought, yes.");
    }

    @Test
    @DisplayName("shows the answer of a supplier that answered, and offers nothing")
    void answered() {
        var inquiry = browser.inquiry("q");
        marketplace.pass(Duration.ofHours(1));
        browser.reply(inquiry, "38 USD each.");
        says(inquiry, "supplier-1 has answered you.", "supplier-1 已回复您");
        assertThat(browser.open(inquiry, "en").html())
                .contains("38 USD each.", "2026-03-02 11:00 +08:00")
                .doesNotContain("<form");
    }

    @Test
    @DisplayName("keeps the figures of a supplier that hides them to itself, while the marketplace leaves the choice")
    void hiddenFigures() {
        var inquiry = browser.offered("q", 2);
        assertThat(browser.open(inquiry, "en").html()).doesNotContain("does not show its figures");
        var hidden = alternatives.of(inquiry).offer().get(0).supplier();
        display.choose(new ChooseDisplay.Choice(hidden.subject(), false));
        assertThat(browser.open(inquiry, "en").html()).contains("<strong>does not show its figures to buyers");
        assertThat(browser.open(inquiry, "zh").html()).contains("未向买家展示其数据");
    }

    @Test
    @DisplayName("says of a figure that it was restated before the offer, or is otherwise since, unless it is hidden")
    void restatedFigures() {
        browser.number("s1", 2, 62, 68);
        var inquiry = browser.offered("q", 2);
        assertThat(browser.open(inquiry, "en").html())
                .containsOnlyOnce("restated on 2026-03-02 10:00 +08:00")
                .doesNotContain("restated since");
        marketplace.pass(Duration.ofMinutes(1));
        browser.number("s2", 2, 60, 68);
        says(inquiry, "restated since, on 2026-03-05 10:01 +08:00: 60 of 68", "此后已于 2026-03-05 10:01");
        display.choose(new ChooseDisplay.Choice(new SupplierId("s2").subject(), false));
        assertThat(browser.open(inquiry, "en").html()).doesNotContain("60 of 68");
    }

    @Test
    @DisplayName("says of spam and repetitions that nobody is held to answer")
    void setAside() {
        var inquiry = browser.inquiry("q");
        marketplace.reportSpam(inquiry, marketplace.now());
        says(inquiry, "No reply needed", "此询盘无需回复");
    }

    @Test
    @DisplayName("says that the time to ask has passed, where the buyer never asked")
    void neverAsked() {
        var inquiry = browser.unanswered("q");
        marketplace.passTo(
                files.open(inquiry).judgement().clocks().offerExpires().plusMillis(1));
        says(inquiry, "supplier-1 did not answer your inquiry", "supplier-1 没有回复您的询盘");
        assertThat(browser.open(inquiry, "en").html()).doesNotContain("<form");
    }

    @Test
    @DisplayName("says that the search goes on, while the process that is to search is suspended")
    void searching() {
        browser.pumpMakers(1);
        var inquiry = browser.inquiry("q");
        marketplace.passTo(files.open(inquiry).judgement().clocks().replyDeadline());
        var process = processes.of(inquiry).getId();
        runtime.suspendProcessInstanceById(process);
        marketplace.askForAlternatives(inquiry);
        says(inquiry, "We are looking for them", "我们正在查找");
        runtime.activateProcessInstanceById(process);
        reconciler.round();
        says(inquiry, "One alternative could answer your inquiry", "有 1 家其他供应商");
    }

    @Test
    @DisplayName("says of each supplier offered how it answered others, what that proves, and why it is offered")
    void offered() {
        served.add(Map.of(
                new Trait(Trait.Kind.CATEGORY, BuyersBrowser.PUMPS),
                Map.of(new SupplierId("s1"), 14, new SupplierId("s2"), 11),
                new Trait(Trait.Kind.BUYER, Marketplace.BUYER.value()),
                Map.of(new SupplierId("s1"), 2)));
        var inquiry = browser.offered("q", 2);
        says(inquiry, "2 alternatives could answer your inquiry", "有 2 家其他供应商可以回复您的询盘");
        assertThat(browser.open(inquiry, "en").html())
                .contains("Pump Maker 1", "Pump Maker 2", "Pick up to 2")
                .contains("answered 61 of 68 in three days", "Reliable to at least 80\u00a0%")
                .contains("served you twice before")
                .contains("answered 14 of 25 inquiries like this that others missed")
                .contains("deals in Hardware › Pumps", "its products match: centrifugal, pump")
                .contains("takes 5 at a time")
                .contains("Figures as of 2026-03-05 10:00 +08:00");
        assertThat(browser.open(inquiry, "zh").html())
                .contains("68 条询盘中 61 条在三天内回复", "至少 80\u00a0%", "曾回复您 2 次")
                .contains("在 25 条其他供应商未回复的类似询盘中，回复了 14 条")
                .contains("经营 Hardware › Pumps", "产品相符：centrifugal、pump");
    }

    @Test
    @DisplayName("says of a newcomer that it is new, or how few its inquiries are, and claims nothing for sure")
    void newcomers() {
        browser.pumpMaker("new", "New Maker", null);
        browser.pumpMaker("few", "Few Maker", 9);
        browser.number("few", 2, 3);
        var inquiry = browser.unanswered("q");
        browser.ask(inquiry);
        assertThat(browser.open(inquiry, "en").html())
                .contains("new here, no figures yet", "not stated", "too few to say")
                .contains("only 3 inquiries so far, 2 answered in three days")
                .contains("newcomer")
                .doesNotContain("for sure");
        assertThat(browser.open(inquiry, "zh").html()).contains("新入驻，暂无数据", "迄今仅有 3 条询盘，其中 2 条在三天内回复", "新供应商");
    }

    @Test
    @DisplayName("says exactly what is passed on, and to whom, before the buyer consents")
    void consent() {
        var inquiry = browser.offered("q", 1);
        assertThat(browser.open(inquiry, "en").html())
                .contains("to the suppliers I have ticked, and to nobody else")
                .contains("the category, and who you are, buyer-1,");
    }

    @Test
    @DisplayName("notes the first time that the offer was shown")
    void seen() {
        var inquiry = browser.offered("q", 1);
        assertThat(alternatives.of(inquiry).referral().firstSeenAt()).isNull();
        var first = marketplace.now();
        browser.open(inquiry, "en");
        marketplace.pass(Duration.ofHours(1));
        browser.open(inquiry, "en");
        assertThat(alternatives.of(inquiry).referral().firstSeenAt()).isEqualTo(first);
    }

    @Test
    @DisplayName("follows each inquiry that was carried over, and leads on to the page of one that ended badly")
    void picked() {
        var inquiry = browser.offered("q", 3);
        browser.pick(inquiry, true, "s1", "s2", "s3");
        says(inquiry, "Your inquiry was sent to 3 alternatives", "您的询盘已转发给 3 家其他供应商");
        says(inquiry, "Waiting for an answer until 2026-03-08 10:00 +08:00", "待回复，期限 2026-03-08 10:00");

        browser.reply(carriedTo(inquiry, "s1"), "35 USD, in stock.");
        var refused = carriedTo(inquiry, "s2");
        marketplace.reject(refused, marketplace.now());
        marketplace.pass(Duration.ofDays(3));
        says(inquiry, "Rejected by the supplier", "已被供应商退回");
        var html = browser.open(inquiry, "en").html();
        assertThat(html)
                .contains("35 USD, in stock.", "Missed: no reply by 2026-03-08 10:00")
                .contains("/alternatives/" + browser.link(refused) + "?lang=en")
                .contains("/alternatives/" + browser.link(carriedTo(inquiry, "s3")) + "?lang=en")
                .doesNotContain(browser.link(carriedTo(inquiry, "s1")));
        says(refused, "Pump Maker 2 has rejected your inquiry", "Pump Maker 2 退回了您的询盘");
    }

    @Test
    @DisplayName("shows a late reply of the first supplier, which cancels nothing that was picked")
    void lateReply() {
        var inquiry = browser.offered("q", 1);
        browser.reply(inquiry, "Sorry for the delay.");
        assertThat(browser.open(inquiry, "en").html()).contains("Sorry for the delay.", "Pick one");
        browser.pick(inquiry, true, "s1");
        says(inquiry, "What you picked stays as it is.", "您已作出的选择保持不变");
        assertThat(browser.open(inquiry, "en").html()).contains("Sorry for the delay.", "sent to one alternative");
    }

    @Test
    @DisplayName("says that nothing was passed on, where the buyer declined")
    void declined() {
        var inquiry = browser.offered("q", 1);
        browser.decline(inquiry);
        says(inquiry, "You picked none of the alternatives. Nothing was sent.", "您没有选择任何一家供应商");
        assertThat(browser.open(inquiry, "en").html()).contains("Pump Maker 1").doesNotContain("<form");
    }

    @Test
    @DisplayName("says that nothing was passed on, where the buyer let the offer expire")
    void expired() {
        var inquiry = browser.offered("q", 1);
        marketplace.passTo(alternatives.of(inquiry).referral().expiresAt().plusMillis(1));
        says(inquiry, "Nothing was sent. You can always", "询盘没有转发给任何人");
        assertThat(browser.open(inquiry, "en").html()).contains("Pump Maker 1").doesNotContain("<form");
    }

    @Test
    @DisplayName("says honestly that there is nobody, with the nearest category as a next step")
    void nobodyFound() {
        browser.pumpMakers(1);
        browser.dealsIn(new SupplierId("s1"), BuyersBrowser.PUMPS);
        var inquiry = browser.inquiry("q", "Garden/Pumps", new FactText(null, "a"));
        marketplace.pass(Duration.ofDays(3));
        browser.ask(inquiry);
        says(inquiry, "We found no supplier that we could recommend", "没有我们能够如实推荐的供应商");
        says(inquiry, "<strong>Hardware › Pumps</strong>", "<strong>Hardware › Pumps</strong>");
    }

    @Test
    @DisplayName("says so where there is no nearer category either, and leads to a new inquiry")
    void nobodyAnywhere() {
        var inquiry = browser.unanswered("q");
        browser.ask(inquiry);
        says(inquiry, "We know of no similar category", "我们没有找到有供应商的相近类目");
        var anew = "href=\"/buyers/" + Marketplace.BUYER.value() + "/new-inquiry?lang=";
        says(inquiry, anew + "en", anew + "zh");
    }

    @Test
    @DisplayName("says that the buyer has asked as often as the rules allow")
    void limitReached() {
        InquiryId last = new InquiryId("none");
        for (var i = 0; i <= 20; i++) {
            last = marketplace.inquiry(
                    "q" + i, Marketplace.BUYER, new SupplierId("asked-" + i), marketplace.now(), null);
            marketplace.reject(last, marketplace.now());
            browser.ask(last);
        }
        says(last, "as often as the rules allow", "次数已达上限");
    }

    @Test
    @DisplayName("shows every name and every text as it was written")
    void escaped() {
        var evil = "<script>alert('1')</script>";
        browser.pumpMaker("<b>\"id\"", evil, null);
        var inquiry = browser.inquiry("q", "Hardware/Pumps", new FactText(evil, "<img src=x> pumps"));
        marketplace.pass(Duration.ofDays(3));
        browser.ask(inquiry);
        browser.reply(inquiry, evil);
        var html = browser.open(inquiry, "en").html();
        assertThat(html)
                .contains("&lt;script&gt;alert", "&lt;img src=x&gt;", "value=\"&lt;b&gt;&quot;id&quot;\"")
                .doesNotContain("<script>", "<img src=x", "<b>");
        browser.pick(inquiry, true, "<b>\"id\"");
        assertThat(browser.open(inquiry, "en").html()).doesNotContain("<script>", "<b>");
    }

    @Test
    @DisplayName("shows a category with markup in its name as it was written, where nobody was found")
    void escapedNearest() {
        var supplier = new SupplierId("s");
        browser.pumpMaker("s", "S", null);
        browser.dealsIn(supplier, "Water/<i>Pumps</i>");
        var inquiry = browser.inquiry("q", "Garden/Pumps", new FactText(null, "a"));
        marketplace.pass(Duration.ofDays(3));
        browser.ask(inquiry);
        assertThat(browser.open(inquiry, "en").html())
                .contains("&lt;i&gt;Pumps")
                .doesNotContain("<i>");
    }

    @Test
    @DisplayName("is another buyer's business only where its own link says so")
    void otherBuyer() {
        var inquiry = browser.unanswered("q");
        assertThat(browser.open(browser.link(inquiry, new BuyerId("buyer-2")), "en")
                        .status())
                .isEqualTo(404);
    }
}
