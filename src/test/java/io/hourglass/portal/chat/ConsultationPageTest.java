package io.hourglass.portal.chat;

import static io.hourglass.access.web.As.as;
import static io.hourglass.access.web.As.auditor;
import static io.hourglass.access.web.As.operations;
import static io.hourglass.access.web.As.supplier;
import static io.hourglass.chat.Chats.ANNA;
import static io.hourglass.chat.Chats.BUYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Caller;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.Chats;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.intake.ChatReport;
import io.hourglass.chat.intake.DescribeAccount;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.Disputes;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.market.buyers.NameBuyer;
import io.hourglass.market.buyers.NameBuyer.Named;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.util.HtmlUtils;

@HourglassTest
@DisplayName("A consultation's page")
class ConsultationPageTest {

    /** The second of March in Shanghai ends at 16:00 in UTC. */
    private static final Instant DAY_ENDS = Instant.parse("2026-03-02T16:00:00Z");

    /** The start of the second of April there. */
    private static final Instant LAST = Instant.parse("2026-04-01T16:00:00Z");

    private static final Caller SHOP = supplier("shop-1");
    private static final String FORM = "<form method=\"post\" action=\"/suppliers/shop-1/chat/consultations/";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Chats chats;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Disputes disputes;

    @Autowired
    private NameBuyer naming;

    @Autowired
    private DescribeAccount describe;

    private ConsultationId consultation;
    private String greeting = "";

    /** A machine has greeted the buyer, and nobody has answered. */
    @BeforeEach
    void unanswered() {
        consultation = chats.asks(ANNA).id();
        greeting = chats.writes(ANNA, BUYER, AuthorKind.AUTO_REPLY, marketplace.now())
                .fact()
                .fact()
                .id()
                .value();
    }

    private String path() {
        return "/suppliers/shop-1/chat/consultations/" + consultation.value();
    }

    private String page(Caller reader, String path, String language) throws Exception {
        return body(mvc.perform(get(URI.create(path)).with(as(reader)).header("Accept-Language", language))
                .andExpect(status().isOk()));
    }

    private String page() throws Exception {
        return page(SHOP, path(), "en");
    }

    private static String body(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private ResultActions contest(String language, String... form) throws Exception {
        var request = post(URI.create(path() + "/disputes")).with(as(SHOP)).header("Accept-Language", language);
        for (var at = 0; at < form.length; at += 2) {
            request.param(form[at], form[at + 1]);
        }
        return mvc.perform(request);
    }

    private ResultActions wrote(String at, String evidence, String form) throws Exception {
        return contest("en", "kind", "WROTE", "at", at, "author", "HUMAN", "evidence", evidence, "form", form);
    }

    @Test
    @DisplayName("says between whom and on which day it was, how it stands and why, and what happened")
    void stands() throws Exception {
        naming.name(new Named(BUYER, "Rotterdam Imports"));
        describe.describe(new DescribeAccount.Description(ANNA, Chats.SHOP, "Anna of sales"));
        marketplace.passTo(DAY_ENDS);
        assertThat(page())
                .contains(
                        "<h1>Consultation of Rotterdam Imports, 2026-03-02</h1>", "/chat/accounts/anna?day=2026-03-02")
                .containsSubsequence("class=\"trail\"", "Anna of sales", "Account", "Anna of sales", ">anna</small>")
                .containsSubsequence("Status", "Unanswered", "No counting message of the account is known")
                .contains("2026-03-03 06:00 +08:00", "2026-04-02 00:00 +08:00")
                .containsSubsequence("id=\"facts\"", "Message of the buyer", "Message of the account", "an automatic")
                .contains("This verdict has no dispute.", "/consultations/" + consultation.value() + "/trace");
        assertThat(page(SHOP, path(), "zh"))
                .contains("Rotterdam Imports 的咨询（2026-03-02）", "未回复", "买家消息", "对该判定提出申诉")
                .doesNotContain("??", "Unanswered", "Message of");
    }

    @Test
    @DisplayName(
            "disputes its verdict with evidence, once however often the form is sent, and follows it here and in its list")
    void contest() throws Exception {
        marketplace.passTo(DAY_ENDS);
        for (var time = 0; time < 2; time++) {
            var sent = wrote("2026-03-02T15:12", "The <export>", "d").andExpect(status().isSeeOther());
            sent.andExpect(redirectedUrl(path()));
            assertThat(String.valueOf(sent.andReturn().getFlashMap().get("said")))
                    .contains("Your dispute is submitted");
        }
        assertThat(disputes.of(consultation)).extracting(Dispute::raisedBy).containsExactly("li.wei");
        assertThat(page())
                .contains("The &lt;export&gt;", "The account wrote to the buyer", "2026-03-02 15:12", "id=\"disputes\"")
                .doesNotContain(FORM);
        assertThat(page(SHOP, "/suppliers/shop-1/disputes?state=OPEN", "en"))
                .contains("<dt>Consultation</dt>", "href=\"" + path() + "\"", "The &lt;export&gt;");
        assertThat(page(SHOP, "/suppliers/shop-1/disputes?as=csv", "en"))
                .contains(consultation.value(), "Unanswered", "The account wrote to the buyer");
        assertThat(page(SHOP, "/suppliers/shop-1/disputes", "zh"))
                .contains("<dt>咨询</dt>", "未回复", "该账号已给买家发消息")
                .doesNotContain("??");
    }

    @ParameterizedTest(name = "{0} at {1} by {2} about {3}: {6}")
    @CsvSource({
        "DANCED, '', HUMAN, '', The log, kind, Choose what happened",
        "REPLIED, 2026-03-02T15:00, HUMAN, '', The log, kind, Choose what happened",
        "MARKED_OWN, 2026-03-02T15:00, HUMAN, '', The log, kind, Choose what happened",
        "WROTE, '', HUMAN, '', The log, at, on the calendar day of the consultation",
        "WROTE, 2026-03-01T23:59, HUMAN, '', The log, at, on the calendar day of the consultation",
        "WROTE, 2026-03-03T00:00, HUMAN, '', The log, at, on the calendar day of the consultation",
        "WROTE, 2026-03-02T15:00, '', '', The log, author, Choose who wrote it",
        "WROTE, 2026-03-02T15:00, HUMAN, '', ' ', evidence, Give the evidence",
        "RECLASSIFIED, '', HUMAN, '', The log, about, about a message of the account",
        "RETRACTED, '', '', '', The log, about, Choose the fact",
        "RETRACTED, '', '', nothing, The log, about, Choose the fact"
    })
    @DisplayName(
            "says beside its field what is wrong with what is disputed, keeps what was written, and changes nothing")
    void wrong(String kind, String at, String author, String about, String evidence, String field, String said)
            throws Exception {
        marketplace.passTo(DAY_ENDS);
        var form = new String[] {
            "kind", kind, "at", at, "author", author, "about", about, "evidence", evidence, "form", "d"
        };
        assertThat(body(contest("en", form).andExpect(status().isBadRequest())))
                .contains(
                        "<details open",
                        "aria-invalid=\"true\"",
                        "value=\"" + at + "\"",
                        ">" + evidence + "</textarea>")
                .containsPattern("<small id=\"" + field + "-wrong\" class=\"bad\">[^<]*" + said)
                .containsOnlyOnce("aria-invalid")
                .doesNotContain("of an inquiry");
        assertThat(body(contest("zh", form).andExpect(status().isBadRequest())))
                .contains("未作任何更改")
                .doesNotContain("??", "询盘须");
        assertThat(disputes.of(consultation)).isEmpty();
    }

    @Test
    @DisplayName(
            "refuses a claim of the opening under another author, and takes a wrong author and a fact that did not happen")
    void corrections() throws Exception {
        marketplace.passTo(DAY_ENDS);
        var asked = chats.booked(consultation);
        assertThat(page())
                .contains("<option value=\"" + greeting + "\"", "Message of the account · 2026-03-02 10:00 +08:00");
        contest("en", "kind", "RECLASSIFIED", "about", greeting, "author", "HUMAN", "evidence", "The log", "form", "d")
                .andExpect(status().isSeeOther());
        assertThat(page()).contains("A fact was recorded under the wrong author", "· a person", greeting);
        assertThat(chats.booked(consultation)).isEqualTo(asked);
    }

    @Test
    @DisplayName("takes a time in the zone that its form names, whatever zone the reader has set since")
    void zoneOfTheForm() throws Exception {
        marketplace.passTo(DAY_ENDS);
        assertThat(page())
                .contains(
                        "name=\"zone\" data-zone-of=\"at\" value=\"Asia/Shanghai\"",
                        "on the calendar day 2026-03-02 (China Time)");
        var form = new String[] {
            "kind", "WROTE", "at", "2026-03-02T21:30", "author", "HUMAN", "evidence", "The log", "form", "d", "zone", ""
        };
        form[11] = "Asia/Kolkata"; // 16:00 in UTC: the day has ended
        assertThat(body(contest("en", form).andExpect(status().isBadRequest())))
                .contains("(Asia/Kolkata)", "value=\"Asia/Kolkata\"", "value=\"2026-03-02T21:30\"");
        form[11] = "Asia/Nowhere";
        assertThat(body(contest("en", form).andExpect(status().isBadRequest()))).contains("Asia/Nowhere", "The log");
        assertThat(disputes.of(consultation)).isEmpty();
        form[3] = "2026-03-02T21:29";
        form[11] = "Asia/Kolkata";
        contest("en", form).andExpect(status().isSeeOther());
        assertThat(page()).contains("2026-03-02 23:59");
    }

    @Test
    @DisplayName(
            "takes no second dispute while one waits, nor another content of a form that was sent, and keeps what was written")
    void another() throws Exception {
        marketplace.passTo(DAY_ENDS);
        wrote("2026-03-02T15:12", "The first", "d").andExpect(status().isSeeOther());
        assertThat(body(wrote("2026-03-02T15:13", "The <second>", "e").andExpect(status().isConflict())))
                .contains("Another dispute of this verdict is waiting", ">The &lt;second&gt;</textarea>");
        assertThat(body(wrote("2026-03-02T15:13", "The <second>", "d").andExpect(status().isConflict())))
                .contains("sent before with other content", ">The &lt;second&gt;</textarea>");
        assertThat(disputes.of(consultation)).extracting(Dispute::evidence).containsExactly("The first");
    }

    @Test
    @DisplayName("offers the dispute once its day has ended, and up to its last instant")
    void offered() throws Exception {
        marketplace.passTo(DAY_ENDS.minusMillis(1));
        assertThat(page()).contains("Its calendar day goes on").doesNotContain(FORM);
        marketplace.passTo(DAY_ENDS);
        assertThat(page()).contains(FORM).doesNotContain("Its calendar day goes on");
        marketplace.passTo(LAST);
        assertThat(page()).contains(FORM);
        marketplace.pass(Duration.ofMillis(1));
        assertThat(page()).contains("The time to dispute this verdict is over").doesNotContain(FORM);
        assertThat(body(wrote("2026-03-02T15:12", "The <log>", "d").andExpect(status().isConflict())))
                .contains("The time to dispute this verdict is over", ">The &lt;log&gt;</textarea>");
        assertThat(disputes.of(consultation)).isEmpty();
    }

    @Test
    @DisplayName("offers it to its shop alone, and is of its own shop alone")
    void whose() throws Exception {
        marketplace.passTo(DAY_ENDS);
        for (var reader : new Caller[] {operations(), auditor()}) {
            assertThat(page(reader, path(), "en"))
                    .contains("Only the supplier can act here", "Unanswered")
                    .doesNotContain(FORM);
        }
        var others = path().replace("shop-1", "shop-2");
        for (var reader : new Caller[] {supplier("shop-2"), operations()}) {
            mvc.perform(get(others).with(as(reader))).andExpect(status().isNotFound());
        }
        mvc.perform(get(path()).with(as(supplier("shop-2")))).andExpect(status().isNotFound());
        mvc.perform(post(others + "/disputes")
                        .with(as(supplier("shop-2")))
                        .param("kind", "WROTE")
                        .param("at", "2026-03-02T15:12")
                        .param("author", "HUMAN")
                        .param("evidence", "x")
                        .param("form", "d"))
                .andExpect(status().isNotFound());
        mvc.perform(get("/suppliers/shop-1/chat/consultations/nobody").with(as(SHOP)))
                .andExpect(status().isNotFound());
        mvc.perform(get(path() + "/disputes").with(as(SHOP))).andExpect(redirectedUrl(path()));
    }

    @Test
    @DisplayName("is what the shop's lists lead to; operations and auditors they lead to its trace")
    void fromLists() throws Exception {
        var list = "/suppliers/shop-1/chat/accounts/anna?day=2026-03-02";
        assertThat(page(SHOP, list, "en")).contains("href=\"" + path() + "\"").doesNotContain("/trace\"");
        assertThat(page(SHOP, "/suppliers/shop-1/chat", "en")).contains("href=\"" + path() + "\"");
        for (var reader : new Caller[] {operations(), auditor()}) {
            assertThat(page(reader, list, "en"))
                    .contains("href=\"/consultations/" + consultation.value() + "/trace\"")
                    .doesNotContain("href=\"" + path() + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../x", "..;", "%2f", "?day=1#x", "\\", "<b>\"'&{shop}", "a b / c", "买家 一/二", "“x”"})
    @DisplayName("opens and takes a dispute whatever its buyer and its account are called")
    void hostile(String id) throws Exception {
        consultation = chats.records(ChatReport.builder()
                        .id(new FactId("of " + id))
                        .kind(ChatFactKind.ASKED)
                        .buyer(new BuyerId(id))
                        .account(new AccountId(id))
                        .shop(Chats.SHOP)
                        .channel(Channel.WEB)
                        .text(new FactText(null, id)))
                .id();
        marketplace.passTo(DAY_ENDS);
        wrote("2026-03-02T15:12", id, "d " + id).andExpect(status().isSeeOther());
        for (var read : new String[] {path(), "/suppliers/shop-1/disputes"}) {
            assertThat(page(SHOP, read, "en")).contains(path()).doesNotContain("<b>\"'&{");
        }
        assertThat(page()).contains("Consultation of " + HtmlUtils.htmlEscape(id, "UTF-8") + ", 2026-03-02");
        for (var read : new String[] {"/audit/disputes", "/consultations/" + consultation.value() + "/trace"}) {
            assertThat(page(auditor(), read, "en")).doesNotContain("<b>\"'&{");
        }
    }
}
