package io.hourglass.portal.auditor;

import static io.hourglass.access.web.As.as;
import static io.hourglass.access.web.As.auditor;
import static io.hourglass.access.web.As.operations;
import static io.hourglass.access.web.As.supplier;
import static io.hourglass.chat.Chats.ANNA;
import static io.hourglass.chat.Chats.BEN;
import static io.hourglass.chat.Chats.BUYER;
import static io.hourglass.chat.Chats.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Caller;
import io.hourglass.bpmn.DisputeNodes;
import io.hourglass.chat.Chats;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.intake.ChatReport;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.dispute.DecideDispute;
import io.hourglass.dispute.DecisionEffect;
import io.hourglass.dispute.RaiseDispute;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.market.profiles.SupplierProfile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HourglassTest
@DisplayName("The pages of auditors, of a consultation whose verdict is disputed,")
class DisputedConsultationPagesTest {

    /** The second of March in Shanghai ends at 16:00 in UTC; its books close six hours later. */
    private static final Instant DAY_ENDS = Instant.parse("2026-03-02T16:00:00Z");

    private static final Instant CLOSE = DAY_ENDS.plus(Duration.ofHours(6));
    private static final String DISPUTE = "/audit/disputes/d";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Chats chats;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private RaiseDispute raise;

    @Autowired
    private DecideDispute decide;

    @Autowired
    private DecisionEffect effects;

    private ConsultationId anna;

    /** Of two consultations the one with Ben is answered; the other is disputed after the close. */
    @BeforeEach
    void disputed() {
        marketplace.describe(SHOP.value(), new SupplierProfile("Nuts & Bolts", null, null, false, List.of(), null));
        anna = chats.asks(ANNA).id();
        chats.asks(BEN);
        chats.writes(BEN);
        marketplace.passTo(CLOSE.plusSeconds(1));
        raise.raise(new RaiseDispute.Raised(
                new DisputeId("d"),
                anna,
                new Claim(ChatFactKind.WROTE, DAY_ENDS.minusSeconds(60), AuthorKind.HUMAN, null),
                "An <export>.",
                "li.wei"));
    }

    private void accept() {
        decide.decide(new DecideDispute.Decided(new DisputeId("d"), true, "It shows.", auditor()));
    }

    private String page(Caller reader, String path, String language) throws Exception {
        return html(get(path).header("Accept-Language", language), reader, 200);
    }

    private String page(String path) throws Exception {
        return page(auditor(), path, "en");
    }

    private String html(MockHttpServletRequestBuilder request, Caller caller, int expected) throws Exception {
        return mvc.perform(request.with(as(caller)))
                .andExpect(status().is(expected))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static MockHttpServletRequestBuilder accepting(String language) {
        return post(DISPUTE + "/decision")
                .header("Accept-Language", language)
                .param("accepted", "true")
                .param("reason", "It shows.");
    }

    @Test
    @DisplayName("list it among those to decide, with its claim and its verdict, and count it in the menu")
    void list() throws Exception {
        assertThat(page("/audit/disputes"))
                .contains("Nuts &amp; Bolts", anna.value(), "Message of the account", "2026-03-02 23:59", "Unanswered");
        assertThat(page("/audit/disputes?as=csv"))
                .contains(anna.value(), "Unanswered", "Message of the account", "An <export>.");
        assertThat(page(auditor(), "/audit/disputes", "zh"))
                .contains("账号消息", "未回复")
                .doesNotContain("??", "UNANSWERED", "WROTE");
    }

    @Test
    @DisplayName("show claim and evidence beside verdict, facts, and what is known of the buyer's account, with why")
    void task() throws Exception {
        assertThat(page(DISPUTE))
                .contains(
                        "An &lt;export&gt;.", "Unanswered", "No counting message of the account is known", "<textarea")
                .containsSubsequence(
                        "Message of the buyer", "What is known of the buyer’s account", "Nothing that concerns")
                .contains("/consultations/" + anna.value() + "/trace", "The consultation from first fact to verdict");
        chats.records(ChatReport.builder()
                .id(new FactId("mark"))
                .kind(ChatFactKind.MARKED_OWN)
                .buyer(BUYER)
                .shop(SHOP)
                .channel(Channel.WEB)
                .text(new FactText(null, "their cousin")));
        assertThat(page(DISPUTE)).contains("Marked as the shop’s own", "their cousin");
        assertThat(page(auditor(), DISPUTE, "zh"))
                .contains("买家消息", "标记为", "该次咨询的全程记录")
                .doesNotContain("??", "Message of", "MARKED");
        assertThat(page(operations(), DISPUTE, "en"))
                .contains("an auditor has to decide")
                .doesNotContain("<textarea");
    }

    @Test
    @DisplayName(
            "show first which numbers of the account and of the whole shop are restated, and restate them once confirmed")
    void accepting() throws Exception {
        assertThat(html(accepting("en"), auditor(), 200))
                .contains("The verdict changes from “Unanswered” to “Answered”", "2 published numbers are restated")
                .containsSubsequence("2026-03-03", ">anna<", "0 / 1", "1 / 1", "whole shop", "1 / 2", "2 / 2")
                .contains("name=\"seen\"")
                .doesNotContain("??", "RFQ gate", "/audit/numbers?supplier=shop-1", "<textarea");
        assertThat(html(accepting("zh"), auditor(), 200))
                .contains("判定将由“未回复”变为“已回复”", "全店")
                .doesNotContain("??", "RFQ 门槛");
        assertThat(chats.booked(anna)).containsExactly(ChatState.UNANSWERED);

        var seen = effects.ofAccepting(new DisputeId("d"), auditor()).digest();
        var done = mvc.perform(accepting("en").param("seen", seen).with(as(auditor())))
                .andExpect(status().isSeeOther())
                .andReturn();
        assertThat(String.valueOf(done.getFlashMap().get("said")))
                .contains("Nuts & Bolts", "The verdict is now: Answered.");
        assertThat(chats.booked(anna)).endsWith(ChatState.ANSWERED);
        assertThat(page("/audit/disputes")).contains("Unanswered → Answered", "No dispute is waiting");
        assertThat(page(DISPUTE))
                .contains("Unanswered → Answered", "Message of the account")
                .doesNotContain("<textarea");
    }

    @Test
    @DisplayName("set what was restated side by side, of the account and of the whole shop, on the page and as a file")
    void restatements() throws Exception {
        accept();
        assertThat(page("/audit/restatements"))
                .contains("Nuts &amp; Bolts", "It shows.", "An &lt;export&gt;.", "<dt>Consultation</dt>")
                .contains("href=\"/consultations/" + anna.value() + "/trace\"")
                .containsSubsequence(">anna<", "0.0 %", "100.0 %", "whole shop", "50.0 %", "100.0 %")
                .doesNotContain("/audit/numbers?supplier=shop-1", "RFQ gate");
        assertThat(page(auditor(), "/audit/restatements", "zh"))
                .contains("<dt>咨询</dt>", "全店")
                .doesNotContain("??");
        assertThat(page("/audit/restatements?as=csv").lines().skip(1))
                .hasSize(2)
                .allMatch(row -> row.startsWith("d," + anna.value() + ",Nuts & Bolts,shop-1,"))
                .anyMatch(row -> row.contains(",anna,") && row.contains(",0,1,1,1,"))
                .anyMatch(row -> row.contains("shop-1,,") && row.contains(",1,2,2,2,"));
    }

    @Test
    @DisplayName(
            "tell the whole of it in the trace, to its shop too: who claims what, what came of it and what was restated")
    void trace() throws Exception {
        var trace = "/consultations/" + anna.value() + "/trace";
        assertThat(page(trace))
                .containsSubsequence(
                        "id=\"disputes\"", "of: Unanswered", "li.wei", "Message of the account", "An &lt;export")
                .contains("href=\"/audit/disputes/d\"");
        accept();
        assertThat(page(trace))
                .contains("It shows.", "The verdict since: Answered", "Judged again when a dispute was accepted")
                .containsSubsequence(">anna<", "0 / 1", "1 / 1", "whole shop", "1 / 2", "2 / 2")
                .doesNotContain("??");
        assertThat(page(auditor(), trace, "zh")).contains("全店", "已回复").doesNotContain("??", "The verdict");
        var shop = page(supplier("shop-1"), trace, "en");
        assertThat(shop)
                .contains("/suppliers/shop-1/chat/consultations/" + anna.value())
                .contains("It shows.");
        assertThat(page(supplier("shop-1"), "/suppliers/shop-1/chat/consultations/" + anna.value(), "en"))
                .contains(
                        "Accepted, and judged again",
                        "2026-03-03: from 0 of 1 to 1 of 1",
                        "from 1 of 2 to 2 of 2",
                        "whole shop")
                .contains("Message of the account", "decisive");
    }

    @Test
    @DisplayName("tell among all that was done that it was raised and accepted, in words, with the way to its trace")
    void activity() throws Exception {
        accept();
        for (var language : List.of("en", "zh")) {
            assertThat(page(operations(), "/operations/actions", language))
                    .contains("/consultations/" + anna.value() + "/trace", DISPUTE)
                    .contains(language.equals("en") ? "Message of the account" : "账号消息")
                    .doesNotContain("??", "/inquiries/" + anna.value());
        }
    }

    @Test
    @DisplayName(
            "are led to by the map of the process that waits for the decision, by the buyer's and the shop's names")
    void map() throws Exception {
        assertThat(page("/operations/map?process=dispute")).doesNotContain("??");
        for (var language : List.of("en", "zh")) {
            assertThat(page(
                            operations(),
                            "/operations/inquiries?process=dispute&step=" + DisputeNodes.DECIDE_DISPUTE,
                            language))
                    .contains(DISPUTE, "Nuts &amp; Bolts", BUYER.value())
                    .doesNotContain("??", "/inquiries/null");
        }
    }

    @Test
    @DisplayName("are led to by the search, a shop to its consultation, and nobody else's to neither")
    void search() throws Exception {
        assertThat(found(auditor())).isEqualTo(DISPUTE);
        assertThat(found(supplier("shop-1")))
                .isEqualTo("/suppliers/shop-1/chat/consultations/" + anna.value() + "#disputes");
        chats.records(chats.report(ChatFactKind.ASKED, new BuyerId("b"), ANNA));
        marketplace.supplier("shop-2", "Pumps");
        assertThat(html(get("/search").param("q", "d"), supplier("shop-2"), 200))
                .doesNotContain(anna.value());
    }

    private String found(Caller reader) throws Exception {
        return String.valueOf(mvc.perform(get("/search").param("q", "d").with(as(reader)))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getHeader("Location"));
    }
}
