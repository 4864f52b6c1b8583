package io.hourglass.trace.web;

import static io.hourglass.inquiry.Marketplace.BUYER;
import static io.hourglass.inquiry.Marketplace.SUPPLIER;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.CleanSlate;
import io.hourglass.HourglassTest;
import io.hourglass.access.web.As;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.bpmn.ReferralNodes;
import io.hourglass.dispute.DecideDispute;
import io.hourglass.dispute.RaiseDispute;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.Notices.Notice;
import io.hourglass.inquiry.judging.Effect;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.judging.Refusal;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.rate.books.Cause;
import io.hourglass.rate.standing.Crossing;
import io.hourglass.referral.offers.ReferralState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("The trace as a document")
class TracePageTest {

    private static final Duration DEADLINE = Duration.parse("PT72H");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private MessageSource messages;

    @Autowired
    private RaiseDispute raise;

    @Autowired
    private DecideDispute decide;

    private String page(String path) throws Exception {
        return mvc.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    /** Told, answered late, rejected too late, asked for alternatives in vain. */
    private void aFullLife() {
        marketplace.supplier("other", "Hardware/Pumps");
        var id = marketplace.inquiry("i", BUYER, SUPPLIER, "Hardware/Pumps", "Ten <b>hand</b> pumps, please.");
        marketplace.pass(DEADLINE);
        marketplace.askForAlternatives(id);
        marketplace.pass(Duration.ofHours(1));
        marketplace.reply(id, AuthorKind.AUTO_REPLY, marketplace.now());
        marketplace.reply(id);
        marketplace.pass(Duration.ofHours(1));
        marketplace.reject(id, marketplace.now());
        marketplace.retractLast(id);
    }

    /** The supplier contests the verdict twice; the second time an auditor accepts after the close. */
    private void disputed(InquiryId id) {
        marketplace.pass(Duration.ofDays(9));
        for (var dispute : List.of("d-refused", "d-restated")) {
            var claim = new Claim(InquiryFactKind.REPLIED, CleanSlate.START.plusSeconds(60), AuthorKind.HUMAN, null);
            raise.raise(new RaiseDispute.Raised(
                    new DisputeId(dispute), id, claim, "Log of <b>" + dispute + "</b>", "li.wei"));
            decide.decide(new DecideDispute.Decided(
                    new DisputeId(dispute), dispute.endsWith("restated"), "Why " + dispute, As.auditor()));
            marketplace.pass(Duration.ofHours(1));
        }
        var claim = new Claim(InquiryFactKind.SPAM_REPORTED, CleanSlate.START.plusSeconds(90), null, null);
        raise.raise(new RaiseDispute.Raised(new DisputeId("d-open"), id, claim, "Look.", "li.wei"));
    }

    @ParameterizedTest(name = "says in {0} who disputed what, the outcome, and which numbers that restated")
    @ValueSource(strings = {"en", "zh"})
    void disputes(String language) throws Exception {
        disputed(marketplace.inquiry("i"));
        var english = language.equals("en");
        assertThat(page("/inquiries/i/trace?lang=" + language))
                .containsSubsequence(
                        english ? "Dispute raised, claim: Reply" : "提出申诉，主张：回复",
                        english ? "Dispute: Refused." : "申诉：已驳回。",
                        "Why d-refused",
                        english ? "Accepted after the day was locked" : "日结后采纳",
                        english ? "Met (in time)" : "及时回复",
                        "<h2 id=\"disputes\">")
                .contains("Log of &lt;b&gt;d-restated&lt;/b&gt;", "0 / 1", "1 / 1", english ? "opens" : "开启")
                .contains(english ? "Waiting for a decision." : "待裁决。")
                .contains("ada", "li.wei")
                .doesNotContain("??")
                .doesNotContain("RESTATED", "REFUSED", "GAINED", "UNANSWERED")
                .doesNotContain("<script>", "style=");
    }

    @ParameterizedTest(name = "names in {0} the end of the process that was the cause of a verdict")
    @CsvSource({"en, Judged when the process ended: Answered.", "zh, 流程结束时判定：已回复。"})
    void end(String language, String cause) throws Exception {
        marketplace.reply(marketplace.inquiry("i"));
        assertThat(page("/inquiries/i/trace?lang=" + language)).contains("<td data-label=", ">" + cause + "<");
    }

    @ParameterizedTest(name = "says in {0} all there is, and no key of a message or name of a constant is left")
    @ValueSource(strings = {"en", "zh"})
    void whole(String language) throws Exception {
        aFullLife();
        assertThat(page("/inquiries/i/trace?lang=" + language))
                .contains("lang=\"" + language + "\"")
                .contains("2026-03-05 10:00 +08:00")
                .contains("inquiry.<wbr>ReplyDeadlinePassed")
                .contains("Ten &lt;b&gt;hand&lt;/b&gt; pumps, please.")
                .contains(language.equals("en") ? "Late" : "逾期回复")
                .contains(language.equals("en") ? "<dd>website</dd>" : "<dd>网站</dd>")
                .doesNotContain("??")
                .doesNotContain("REPLIED", "NO_ANSWER", "AFTER_DEADLINE", ">WEB<")
                .doesNotContain("<script>", "<style", "style=");
    }

    @Test
    @DisplayName("has its timeline in the order of time, causes before what follows from them")
    void timeline() throws Exception {
        aFullLife();
        assertThat(page("/inquiries/i/trace?lang=en"))
                .containsSubsequence(
                        ">Inquiry received</strong>",
                        "Request for alternatives",
                        "Reply deadline passed; the timer fired 0 ms after it was due",
                        "Decision: Missed (no reply)",
                        "The buyer is told that no reply came",
                        "One alternative is offered",
                        "Decision: Late",
                        "Rejection");
    }

    @Test
    @DisplayName("sets the steps on the diagram of the process in their order, and marks where it waits")
    void diagram() throws Exception {
        marketplace.inquiry("i");
        assertThat(page("/inquiries/i/trace?lang=en"))
                .contains("data-model=\"/api/process-models/inquiry?lang=en\"")
                .containsSubsequence(
                        "data-mark=\"passed\"", "<span class=\"badge\">1</span>", "data-mark=\"waits\"", "here");
    }

    @Test
    @DisplayName("of an inquiry that nobody knows, or that none can be called, is 404 in words")
    void unknown() throws Exception {
        for (var id : List.of("nobody", "x".repeat(65))) {
            var answer = mvc.perform(get("/inquiries/{id}/trace", id).param("lang", "en"))
                    .andExpect(status().isNotFound())
                    .andReturn()
                    .getResponse();
            assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("Inquiry not found");
        }
    }

    @Test
    @DisplayName("has words for every constant that it may have to say")
    void words() {
        var keys = Map.<String, Object[]>ofEntries(
                entry("state", InquiryState.values()),
                entry("kind", InquiryFactKind.values()),
                entry("author", AuthorKind.values()),
                entry("effect", Effect.values()),
                entry("refusal", Refusal.values()),
                entry("cause", Cause.Kind.values()),
                entry("notice", Notice.Kind.values()),
                entry("referral", ReferralState.values()),
                entry("disputeState", DisputeState.values()),
                entry("crossed", Crossing.values()),
                entry("timer", new Object[] {
                    InquiryNodes.WINDOW_CLOSED,
                    InquiryNodes.REPLY_DEADLINE_PASSED,
                    InquiryNodes.OFFER_EXPIRED,
                    ReferralNodes.CHOICE_EXPIRED
                }));
        for (var locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            assertThat(keys.entrySet().stream()
                            .flatMap(group -> Arrays.stream(group.getValue())
                                    .map(constant -> "trace." + group.getKey() + "." + constant))
                            .flatMap(key -> Stream.ofNullable(messages.getMessage(key, null, "", locale))))
                    .doesNotContain("");
        }
    }
}
