package io.hourglass.trace;

import static io.hourglass.inquiry.Marketplace.BUYER;
import static io.hourglass.inquiry.Marketplace.SUPPLIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.hourglass.CleanSlate;
import io.hourglass.HourglassTest;
import io.hourglass.Processes;
import io.hourglass.access.web.As;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.dispute.DecideDispute;
import io.hourglass.dispute.RaiseDispute;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.referral.Alternatives;
import io.hourglass.referral.Alternatives.Choice;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HourglassTest
@DisplayName("The trace of an inquiry")
class TraceApiTest {

    private static final String PUMPS = "Hardware/Pumps";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DEADLINE = Duration.parse("PT72H");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Processes processes;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Alternatives alternatives;

    @Autowired
    private RaiseDispute raise;

    @Autowired
    private DecideDispute decide;

    private ResultActions trace(InquiryId id) throws Exception {
        return mvc.perform(get("/api/inquiries/{id}/trace", id.value()));
    }

    private void mail(String id, String supplier, String messageId) throws Exception {
        mvc.perform(post("/api/inquiries")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                "{'id': '%s', 'buyer': 'buyer-1', 'supplier': '%s', 'messageId': '%s', 'text': 'Price?'}"
                                        .formatted(id, supplier, messageId)
                                        .replace('\'', '"')))
                .andExpect(status().isCreated());
    }

    @Test
    @DisplayName("says of each fact when it happened, when it was learned of, and what it does")
    void facts() throws Exception {
        var id = marketplace.inquiry("i");
        marketplace.pass(HOUR.multipliedBy(5));
        marketplace.reply(id, AuthorKind.AUTO_REPLY, marketplace.now());
        marketplace.reply(id, AuthorKind.HUMAN, marketplace.now().minus(HOUR));
        marketplace.pass(HOUR);
        marketplace.reject(id, marketplace.now());

        trace(id)
                .andExpect(jsonPath("$.facts[*].kind").value(contains("RECEIVED", "REPLIED", "REPLIED", "REJECTED")))
                .andExpect(jsonPath("$.facts[*].effect").value(contains("STANDS", "DECIDES", "NO_ANSWER", "REFUSED")))
                .andExpect(jsonPath("$.facts[*].delayMs").value(contains(0, 3_600_000, 0, 0)))
                .andExpect(jsonPath("$.facts[3].refusal").value("ALREADY_ANSWERED"))
                .andExpect(jsonPath("$.facts[1].occurredAt").value("2026-03-02T06:00:00Z"))
                .andExpect(jsonPath("$.facts[1].recordedAt").value("2026-03-02T07:00:00Z"));
    }

    @Test
    @DisplayName("says by which fact another is retracted, and that one after the books' close comes too late")
    void correctedAndLate() throws Exception {
        var id = marketplace.inquiry("i");
        marketplace.reply(id);
        marketplace.pass(HOUR);
        marketplace.retractLast(id);
        marketplace.pass(Duration.ofDays(10));
        marketplace.reply(id);

        trace(id)
                .andExpect(jsonPath("$.facts[*].effect").value(contains("STANDS", "RETRACTED", "STANDS", "TOO_LATE")))
                .andExpect(jsonPath("$.facts[1].correctedBy", containsString("retracts-")))
                .andExpect(jsonPath("$.facts[2].about").exists())
                .andExpect(jsonPath("$.inquiry.state").value("UNANSWERED"))
                .andExpect(jsonPath("$.inquiry.booksClosed").value(true));
    }

    @Test
    @DisplayName("explains each decision by rule, fact, policy and table version and cause, in both languages")
    void decisions() throws Exception {
        var id = marketplace.inquiry("i");
        marketplace.pass(DEADLINE.plus(HOUR));
        marketplace.reply(id);

        trace(id)
                .andExpect(jsonPath("$.decisions[*].state").value(contains("UNANSWERED", "LATE")))
                .andExpect(jsonPath("$.decisions[*].cause.kind").value(contains("DEADLINE", "FACT")))
                .andExpect(
                        jsonPath("$.decisions[*].rule").value(contains("NO_COUNTING_REPLY", "ANSWERED_AFTER_DEADLINE")))
                .andExpect(jsonPath("$.decisions[0].words.en", containsString("No counting reply is known")))
                .andExpect(jsonPath("$.decisions[0].words.zh", containsString("没有发现有效回复")))
                .andExpect(jsonPath("$.policy.version").value(1))
                .andExpect(jsonPath("$.policy.authorKindsVersion").isNumber());
    }

    @Test
    @DisplayName("explains in the very words that anybody reads of the inquiry, in both languages")
    void sameWords() throws Exception {
        var id = marketplace.inquiry("i");
        marketplace.reply(id);
        var traced = trace(id).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        for (var language : new String[] {"en", "zh"}) {
            var read = mvc.perform(get("/api/inquiries/i").param("lang", language))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            assertThat(JsonPath.<String>read(traced, "$.explanation." + language))
                    .isEqualTo(JsonPath.read(read, "$.explanation.text"));
        }
    }

    @Test
    @DisplayName("has the clocks in UTC and in the marketplace zone, and the timers with their lateness")
    void clocksAndTimers() throws Exception {
        var id = marketplace.inquiry("i");
        marketplace.pass(DEADLINE);

        trace(id)
                .andExpect(jsonPath("$.clocks.zone").value("Asia/Shanghai"))
                .andExpect(jsonPath("$.clocks.replyDeadline.utc").value("2026-03-05T02:00:00Z"))
                .andExpect(jsonPath("$.clocks.replyDeadline.local").value("2026-03-05T10:00:00+08:00"))
                .andExpect(jsonPath("$.timers[*].node")
                        .value(contains(InquiryNodes.REPLY_DEADLINE_PASSED, InquiryNodes.OFFER_EXPIRED)))
                .andExpect(jsonPath("$.timers[0].name").value("Reply deadline passed"))
                .andExpect(jsonPath("$.timers[0].latenessMs").value(0))
                .andExpect(jsonPath("$.timers[1].firedAt").doesNotExist())
                .andExpect(jsonPath("$.path.waitsAt[0].name").value("Keep the case open"))
                .andExpect(jsonPath("$.path.steps[*].name").value(hasItem("Tell the buyer")))
                .andExpect(jsonPath("$.notices[*].kind").value(contains("ALTERNATIVES_AVAILABLE")));
    }

    @Test
    @DisplayName("says of a timer that it is armed, suspended, or given up, and that the process is suspended")
    void stopped() throws Exception {
        var id = marketplace.inquiry("i");
        var process = processes.of(id);
        var timer = management
                .createJobQuery()
                .processInstanceId(process.getId())
                .singleResult()
                .getId();
        trace(id)
                .andExpect(jsonPath("$.timers[0].state").value("ARMED"))
                .andExpect(jsonPath("$.path.suspended").value(false));
        management.suspendJobById(timer);
        trace(id)
                .andExpect(jsonPath("$.timers[0].state").value("SUSPENDED"))
                .andExpect(jsonPath("$.path.suspended").value(false));
        management.activateJobById(timer);
        management.setJobRetries(timer, 0);
        trace(id).andExpect(jsonPath("$.timers[0].state").value("GIVEN_UP"));
        management.setJobRetries(timer, 1);
        trace(id).andExpect(jsonPath("$.timers[0].state").value("ARMED"));
        runtime.suspendProcessInstanceById(process.getId());
        trace(id)
                .andExpect(jsonPath("$.timers[0].state").value("SUSPENDED"))
                .andExpect(jsonPath("$.path.suspended").value(true));
    }

    @Test
    @DisplayName("says of a timer that was fired early, by an older version, by how much, and that it was not late")
    void early() throws Exception {
        var id = marketplace.inquiry("i");
        marketplace.pass(DEADLINE);
        trace(id)
                .andExpect(jsonPath("$.timers[0].latenessMs").value(0))
                .andExpect(jsonPath("$.timers[0].earlyMs").doesNotExist());
        jdbc.sql("update hourglass.timer_firing set due_at = fired_at + interval '10' hour")
                .update();
        trace(id)
                .andExpect(jsonPath("$.timers[0].state").value("FIRED"))
                .andExpect(jsonPath("$.timers[0].latenessMs").value(0))
                .andExpect(jsonPath("$.timers[0].earlyMs").value(36_000_000));
        assertThat(mvc.perform(get("/inquiries/i/trace?lang=en"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("early by 10 h")
                .doesNotContain("−10 h");
    }

    @Test
    @DisplayName("has the referral with offer and picks, and leads to the inquiry carried over and back")
    void referral() throws Exception {
        var other = marketplace.supplier("other", PUMPS);
        var id = marketplace.inquiry("i", BUYER, SUPPLIER, PUMPS, "Ten hand pumps, please.");
        marketplace.pass(DEADLINE);
        marketplace.askForAlternatives(id);
        marketplace.pass(HOUR);
        var carried = alternatives
                .pick(new Choice(id, Set.of(other), true))
                .picks()
                .get(0)
                .newInquiry();

        trace(id)
                .andExpect(jsonPath("$.referral.state").value("PICKED"))
                .andExpect(jsonPath("$.referral.offer[0].supplier").value("other"))
                .andExpect(jsonPath("$.referral.picks[0].inquiry").value(carried.value()))
                .andExpect(jsonPath("$.referral.decidedAt").value("2026-03-05T03:00:00Z"))
                .andExpect(jsonPath("$.inquiry.carriedOverTo").value(contains(carried.value())))
                .andExpect(jsonPath("$.path.waitsAt.length()").value(0));
        trace(carried)
                .andExpect(jsonPath("$.inquiry.carriedFrom").value("i"))
                .andExpect(jsonPath("$.referral").doesNotExist());
    }

    private void dispute(InquiryId id, String dispute, Instant occurredAt) {
        var claim = new Claim(InquiryFactKind.REPLIED, occurredAt, AuthorKind.HUMAN, null);
        raise.raise(new RaiseDispute.Raised(new DisputeId(dispute), id, claim, "Line 4711.", "li.wei"));
    }

    private void decide(String dispute, boolean accepted) {
        decide.decide(new DecideDispute.Decided(new DisputeId(dispute), accepted, "It shows.", As.auditor()));
    }

    @Test
    @DisplayName("lists the disputes with claim, evidence, decision and the numbers restated, the earliest first")
    void disputes() throws Exception {
        var id = marketplace.inquiry("i");
        marketplace.passTo(Instant.parse("2026-03-06T16:00:00Z"));
        trace(id).andExpect(jsonPath("$.disputes.length()").value(0));
        dispute(id, "first", CleanSlate.START);
        trace(id)
                .andExpect(jsonPath("$.disputes[0].state").value("OPEN"))
                .andExpect(jsonPath("$.disputes[0].decision").doesNotExist())
                .andExpect(jsonPath("$.disputes[0].decideBy").value("2026-04-05T16:00:00Z"))
                .andExpect(jsonPath("$.disputes[0].restated.length()").value(0));
        decide("first", false);
        marketplace.pass(HOUR);
        dispute(id, "second", CleanSlate.START.plus(HOUR));
        marketplace.pass(HOUR);
        decide("second", true);

        trace(id)
                .andExpect(jsonPath("$.disputes[*].id").value(contains("first", "second")))
                .andExpect(jsonPath("$.disputes[*].state").value(contains("REFUSED", "RESTATED")))
                .andExpect(jsonPath("$.disputes[*].contested").value(contains("UNANSWERED", "UNANSWERED")))
                .andExpect(jsonPath("$.disputes[*].decision.verdict").value(contains("UNANSWERED", "TIMELY")))
                .andExpect(jsonPath("$.disputes[0].restated.length()").value(0))
                .andExpect(jsonPath("$.disputes[1].raisedAt").value("2026-03-06T17:00:00Z"))
                .andExpect(jsonPath("$.disputes[1].raisedBy").value("li.wei"))
                .andExpect(jsonPath("$.disputes[1].claim.kind").value("REPLIED"))
                .andExpect(jsonPath("$.disputes[1].claim.author").value("HUMAN"))
                .andExpect(jsonPath("$.disputes[1].claim.occurredAt").value("2026-03-02T03:00:00Z"))
                .andExpect(jsonPath("$.disputes[1].evidence").value("Line 4711."))
                .andExpect(jsonPath("$.disputes[1].decision.at").value("2026-03-06T18:00:00Z"))
                .andExpect(jsonPath("$.disputes[1].decision.by").value("ada"))
                .andExpect(jsonPath("$.disputes[1].decision.reason").value("It shows."))
                .andExpect(jsonPath("$.disputes[1].restated[*].on").value(contains("2026-03-07")))
                .andExpect(jsonPath("$.disputes[1].restated[0].revision").value(2))
                .andExpect(jsonPath("$.disputes[1].restated[0].timelyBefore").value(0))
                .andExpect(jsonPath("$.disputes[1].restated[0].timely").value(1))
                .andExpect(jsonPath("$.disputes[1].restated[0].crossed").value("GAINED"));
    }

    @Test
    @DisplayName("names the seal that holds it in the ledger, once the books of its day are closed")
    void ledger() throws Exception {
        var id = marketplace.inquiry("i");
        trace(id).andExpect(jsonPath("$.ledger").doesNotExist());
        marketplace.passTo(Instant.parse("2026-03-06T16:00:00Z"));
        trace(id)
                .andExpect(jsonPath("$.ledger.day").value("2026-03-02"))
                .andExpect(jsonPath("$.ledger.root").value(matchesPattern("[0-9a-f]{64}")))
                .andExpect(jsonPath("$.ledger.proof").value("/api/inquiries/i/proof"));
    }

    @Test
    @DisplayName("names the first and the last published number that covers its day, and none outside the books")
    void numbers() throws Exception {
        var id = marketplace.inquiry("i");
        marketplace.reply(id);
        trace(id)
                .andExpect(jsonPath("$.numbers.counted").value(true))
                .andExpect(jsonPath("$.numbers.firstOn").value("2026-03-07"))
                .andExpect(jsonPath("$.numbers.lastOn").value("2026-04-05"))
                .andExpect(jsonPath("$.ledger").doesNotExist());
        var late =
                marketplace.inquiry("late", BUYER, SUPPLIER, marketplace.now().minus(Duration.ofDays(20)), null);
        trace(late)
                .andExpect(jsonPath("$.inquiry.late").value(true))
                .andExpect(jsonPath("$.numbers").doesNotExist());
    }

    @Test
    @DisplayName("of an inquiry that nobody knows is 404")
    void unknown() throws Exception {
        trace(new InquiryId("nobody's"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.errors[0].field").value("inquiry"));
    }

    /** Of two buyers to two suppliers over two days; one mail went to both suppliers. */
    private void someInquiries() throws Exception {
        mail("one", "supplier-1", "<1@buyer>");
        marketplace.pass(HOUR);
        mail("two", "supplier-2", "<1@buyer>");
        marketplace.pass(Duration.ofDays(1));
        marketplace.reply(
                marketplace.inquiry("three", new BuyerId("b3"), new SupplierId("supplier-2"), marketplace.now(), null));
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({
        "inquiry=one, one",
        "fact=one, one",
        "messageId=<1@buyer>, two one",
        "messageId=<1@buyer>&supplier=supplier-1, one",
        "buyer=buyer-1, two one",
        "supplier=supplier-2, three two",
        "from=2026-03-03, three",
        "to=2026-03-02, two one",
        "from=2026-03-02&to=2026-03-03, three two one",
        "buyer=nobody, ''",
        "fact=nothing, ''",
    })
    void found(String criteria, String expected) throws Exception {
        someInquiries();
        var encoded = criteria.replace("<", "%3C").replace(">", "%3E").replace("@", "%40");
        var answer = mvc.perform(get(URI.create("/api/traces?" + encoded)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(String.join(" ", JsonPath.<List<String>>read(answer, "$.items[*].id")))
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("is found page by page, the newest first, with the state as of now")
    void pages() throws Exception {
        someInquiries();
        mvc.perform(get("/api/traces?from=2026-03-01&size=2"))
                .andExpect(jsonPath("$.more").value(true))
                .andExpect(jsonPath("$.items[*].id").value(contains("three", "two")))
                .andExpect(jsonPath("$.items[*].state").value(contains("TIMELY", "PENDING")));
        mvc.perform(get("/api/traces?from=2026-03-01&size=2&page=1"))
                .andExpect(jsonPath("$.more").value(false))
                .andExpect(jsonPath("$.items[*].id").value(contains("one")));
    }

    @ParameterizedTest(name = "{0} is bad input: {1}")
    @CsvSource({
        "'', inquiry",
        "from=2026-03-02&to=2026-03-01, from",
        "size=201&buyer=b, size",
        "page=-1&buyer=b, page",
        "from=today, from"
    })
    void refused(String criteria, String field) throws Exception {
        mvc.perform(get("/api/traces?" + criteria))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(field));
    }
}
