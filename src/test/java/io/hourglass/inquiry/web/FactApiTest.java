package io.hourglass.inquiry.web;

import static io.hourglass.CleanSlate.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.ActionLog;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.BuyerId;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
class FactApiTest {

    private static final String REPLIES = "/api/inquiries/q1/replies";
    private static final String REJECTIONS = "/api/inquiries/q1/rejections";
    private static final String SPAM_REPORTS = "/api/inquiries/q1/spam-reports";
    private static final String REQUESTS = "/api/inquiries/q1/alternatives-requests";
    private static final String AMENDMENTS = "/api/inquiries/q1/amendments";
    private static final String REPLY = "{'id': 'r1', 'supplier': 'supplier-1', 'author': 'HUMAN', 'text': 'Yes'}";
    private static final String OBJECTION = "{'id': 'o1', 'supplier': 'supplier-1', 'reason': 'no value to me'}";
    private static final String WISH = "{'id': 'w1', 'buyer': 'buyer-1'}";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private ActionLog log;

    private Calls api;

    @BeforeEach
    void prepare() {
        api = new Calls(mvc, jdbc);
        marketplace.inquiry("q1");
    }

    private static String at(String body, Object instant) {
        return body.replace("}", ", 'occurredAt': '" + instant + "'}");
    }

    @Test
    @DisplayName("a reply of a person counts, and makes the inquiry timely")
    void reply() throws Exception {
        api.send(REPLIES, REPLY)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.fact.id").value("r1"))
                .andExpect(jsonPath("$.fact.kind").value("REPLIED"))
                .andExpect(jsonPath("$.authorCounts").value(true))
                .andExpect(jsonPath("$.counts").value(true))
                .andExpect(jsonPath("$.late").value(false))
                .andExpect(jsonPath("$.inquiry.id").value("q1"))
                .andExpect(jsonPath("$.inquiry.verdict").value("TIMELY"))
                .andExpect(jsonPath("$.inquiry.explanation.decidingFact").value("r1"));
    }

    @Test
    @DisplayName("a reply may carry copies: who got one is part of it, and the same again (R24)")
    void copies() throws Exception {
        var copied = REPLY.replace("}", ", 'cc': ['boss@buyer.example', 'b@x.example']}");
        api.send(REPLIES, copied).andExpect(status().isCreated());
        api.send(REPLIES, copied).andExpect(status().isOk());
        api.send(REPLIES, REPLY).andExpect(status().isConflict());
        api.send(REPLIES, copied.replace("b@x", "c@x")).andExpect(status().isConflict());
        api.read("/api/inquiries/q1")
                .andExpect(jsonPath("$.facts[1].cc[0]").value("boss@buyer.example"))
                .andExpect(jsonPath("$.facts[1].cc[1]").value("b@x.example"))
                .andExpect(jsonPath("$.facts[0].cc").doesNotExist());
        api.read("/api/inquiries/q1/trace")
                .andExpect(jsonPath("$.facts[1].cc[1]").value("b@x.example"));
    }

    @ParameterizedTest(name = "a reply by {0} is kept and does not count")
    @ValueSource(strings = {"AI_AGENT", "QUICK_REPLY", "SERVICE_ASSISTANT", "AUTO_REPLY", "SYSTEM"})
    void replyThatDoesNotCount(String author) throws Exception {
        api.send(REPLIES, REPLY.replace("HUMAN", author))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.authorCounts").value(false))
                .andExpect(jsonPath("$.counts").value(false))
                .andExpect(jsonPath("$.inquiry.state").value("PENDING"));
    }

    @ParameterizedTest(name = "the same again is 200 with the same answer: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {REPLIES + "|" + REPLY, REJECTIONS + "|" + OBJECTION, SPAM_REPORTS + "|" + OBJECTION})
    void sameAgain(String path, String body) throws Exception {
        var first = api.answerTo(path, body, status().isCreated());
        var rows = api.rows();
        assertThat(api.answerTo(path, body, status().isOk())).isEqualTo(first);
        assertThat(api.rows()).isEqualTo(rows);
    }

    @Test
    @DisplayName("the same id with other content is 409 and changes nothing")
    void conflict() throws Exception {
        api.send(REPLIES, REPLY);
        var rows = api.rows();
        api.send(REPLIES, REPLY.replace("Yes", "No"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.refusal").doesNotExist())
                .andExpect(jsonPath("$.detail", containsString("Nothing has been changed")));
        api.send(REJECTIONS, OBJECTION.replace("o1", "r1")).andExpect(status().isConflict());
        assertThat(api.rows()).isEqualTo(rows);
    }

    @Test
    @DisplayName("a rejection after a reply is kept and answered with 409, and the same again too")
    void alreadyAnswered() throws Exception {
        api.send(REPLIES, REPLY);
        var entries = api.rows().get("verdict_entry");
        var first = api.answerTo(REJECTIONS, OBJECTION, status().isConflict());
        api.send(REJECTIONS, OBJECTION)
                .andExpect(status().isConflict())
                .andExpect(org.springframework.test.web.servlet.result.MockMvcResultMatchers.content()
                        .string(first))
                .andExpect(jsonPath("$.title").value("Already answered"))
                .andExpect(jsonPath("$.refusal").value("ALREADY_ANSWERED"))
                .andExpect(jsonPath("$.fact.id").value("o1"))
                .andExpect(jsonPath("$.state").value("TIMELY"))
                .andExpect(jsonPath("$.explanation.rule").value("ANSWERED_BY_DEADLINE"));
        assertThat(api.rows()).containsEntry("fact", 3).containsEntry("verdict_entry", entries);
    }

    @ParameterizedTest(name = "at the window''s last instant it is accepted, after it refused: {0}")
    @ValueSource(strings = {REJECTIONS, SPAM_REPORTS})
    void window(String path) throws Exception {
        marketplace.pass(Duration.ofDays(3).plusSeconds(1));
        var last = START.plus(Duration.ofDays(3));
        api.send(path, at(OBJECTION, last.plusMillis(1)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.title").value("Window closed"))
                .andExpect(jsonPath("$.refusal").value("WINDOW_CLOSED"))
                .andExpect(jsonPath("$.state").value("UNANSWERED"));
        api.send(path, at(OBJECTION.replace("o1", "o2"), last)).andExpect(status().isCreated());
    }

    @Test
    @DisplayName("a fact dated five minutes before the receipt counts; a millisecond earlier it is kept and refused")
    void beforeReceipt() throws Exception {
        api.send(REPLIES, at(REPLY, START.minusMillis(300_001)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.refusal").value("BEFORE_RECEIPT"))
                .andExpect(jsonPath("$.state").value("PENDING"));
        api.send(REPLIES, at(REPLY.replace("r1", "r2"), START.minusSeconds(300)))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.inquiry.verdict").value("TIMELY"));
    }

    @Test
    @DisplayName("alternatives are refused before the deadline and accepted after it, until the offer expires")
    void alternatives() throws Exception {
        api.send(REQUESTS, WISH)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.refusal").value("NOT_ON_OFFER"));
        marketplace.pass(Duration.ofDays(3));
        api.send(REQUESTS, WISH.replace("w1", "w2"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.authorCounts").doesNotExist())
                .andExpect(jsonPath("$.counts").doesNotExist())
                .andExpect(jsonPath("$.inquiry.verdict").value("UNANSWERED"));
    }

    @Test
    @DisplayName("spam may be reported after a reply, rejection may not")
    void spamAfterReply() throws Exception {
        api.send(REPLIES, REPLY);
        api.send(SPAM_REPORTS, OBJECTION)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.inquiry.verdict").value("SPAM"));
    }

    @Test
    @DisplayName("a fact that the books can no longer take is kept, and marked late")
    void late() throws Exception {
        marketplace.pass(Duration.ofDays(6));
        api.send(REPLIES, REPLY)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.late").value(true))
                .andExpect(jsonPath("$.inquiry.verdict").value("UNANSWERED"))
                .andExpect(jsonPath("$.inquiry.booksClosed").value(true));
    }

    @ParameterizedTest(name = "{0} leaves the inquiry {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'kind': 'RETRACTED', 'reason': 'sent by mistake' | PENDING",
                "'kind': 'RECLASSIFIED', 'author': 'AUTO_REPLY' | PENDING",
                "'kind': 'BOUNCED' | TIMELY"
            },
            quoteCharacter = '`')
    void amendments(String words, String state) throws Exception {
        api.send(REPLIES, REPLY);
        api.send(AMENDMENTS, "{'id': 'a1', 'about': 'r1', " + words + "}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.fact.about").value("r1"))
                .andExpect(jsonPath("$.inquiry.state").value(state));
    }

    @Test
    @DisplayName("an amendment names an author only if it reclassifies, and a fact that it can amend")
    void badAmendments() throws Exception {
        api.send(REPLIES, REPLY);
        var bounced = "{'id': 'a1', 'kind': 'BOUNCED', 'about': 'r1'}";
        api.refuses(AMENDMENTS, bounced.replace("}", ", 'author': 'HUMAN'}"), "author", "HUMAN", "left out unless");
        api.refuses(AMENDMENTS, bounced.replace("BOUNCED", "RECLASSIFIED"), "author", null, "given for RECLASSIFIED");
        api.refuses(AMENDMENTS, bounced.replace("BOUNCED", "REPLIED"), "kind", "REPLIED", "one of BOUNCED, RETRACTED");
        api.refuses(AMENDMENTS, bounced.replace("r1", "q1"), "about", "q1", "a fact that can be BOUNCED");
        api.send(AMENDMENTS, bounced.replace("r1", "r9"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.errors[0].value").value("r9"));
    }

    @Test
    @DisplayName(
            "a finding names an earlier inquiry of the pair or the mail itself, and is noted once, by who found it")
    void findings() throws Exception {
        marketplace.pass(Duration.ofDays(1));
        marketplace.inquiry("q2");
        marketplace.inquiry("of-another", new BuyerId("b"), Marketplace.SUPPLIER, marketplace.now(), null);
        var findings = "/api/inquiries/q2/findings";
        var finding = "{'id': 'f1', 'belongsTo': 'q1', 'reason': 'Quotes it.'}";
        var rule = "an earlier inquiry of the same buyer";
        api.refuses(findings, finding.replace("q1", "of-another"), "belongsTo", "of-another", rule);
        api.refuses(findings.replace("q2", "q1"), finding.replace("q1", "q2"), "belongsTo", "q2", rule);
        api.send(findings, finding.replace("q1", "q9")).andExpect(status().isNotFound());
        assertThat(log.latest(0, 9)).isEmpty();
        api.send(findings, finding)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.inquiry.state").value("FOLLOW_UP"));
        api.send(findings, finding).andExpect(status().isOk());
        assertThat(log.latest(0, 9)).singleElement().satisfies(one -> {
            assertThat(one.action()).isEqualTo(Action.FIND_A_THREAD);
            assertThat(one.about()).isEqualTo("q2");
            assertThat(one.details()).isEqualTo("belongs to q1");
        });
        api.send(findings, finding.replace("f1", "f2").replace("q1", "q2"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.inquiry.state").value("PENDING"));
    }

    @Test
    @DisplayName("whoever takes the inquiry for another's is refused")
    void wrongParty() throws Exception {
        for (var path : new String[] {REJECTIONS, SPAM_REPORTS}) {
            api.refuses(path, OBJECTION.replace("supplier-1", "x"), "supplier", "x", "that the inquiry went to");
        }
        api.refuses(REPLIES, REPLY.replace("supplier-1", "x"), "supplier", "x", "that the inquiry went to");
        api.refuses(REQUESTS, WISH.replace("buyer-1", "x"), "buyer", "x", "that the inquiry came from");
    }

    @ParameterizedTest(name = "a fact of an unknown inquiry is 404: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                REPLIES + "|" + REPLY,
                REJECTIONS + "|" + OBJECTION,
                SPAM_REPORTS + "|" + OBJECTION,
                REQUESTS + "|" + WISH
            })
    void unknownInquiry(String path, String body) throws Exception {
        var rows = api.rows();
        api.send(path.replace("q1", "nobody"), body)
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.errors[0].field").value("inquiry"))
                .andExpect(jsonPath("$.errors[0].value").value("nobody"));
        assertThat(api.rows()).isEqualTo(rows);
    }

    @Test
    @DisplayName("a fact may be dated 5 minutes ahead, and not a millisecond more")
    void future() throws Exception {
        var most = START.plus(Duration.ofMinutes(5));
        var more = most.plusMillis(1);
        api.refuses(REPLIES, at(REPLY, more), "occurredAt", more.toString(), "at most 5 minutes in the future");
        api.send(REPLIES, at(REPLY, most)).andExpect(status().isCreated());
    }

    @Test
    @DisplayName("a fact dated ahead occurs at the present instant, and is known again by the instant that was sent")
    void ahead() throws Exception {
        var sent = at(REPLY, START.plusMillis(1));
        api.send(REPLIES, sent)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.fact.occurredAt").value(START.toString()));
        api.send(REPLIES, sent).andExpect(status().isOk());
        api.send(REPLIES, at(REPLY, START)).andExpect(status().isConflict());
    }

    @Test
    @DisplayName("an unknown author kind is refused, and the known ones are named")
    void unknownAuthor() throws Exception {
        api.refuses(REPLIES, REPLY.replace("HUMAN", "ROBOT"), "author", "ROBOT", "one of HUMAN, AI_ASSISTED, AI_AGENT");
        api.refuses(REPLIES, REPLY.replace("'HUMAN'", "0"), "author", "0", "a string");
    }

    @ParameterizedTest(name = "{0} of {1} characters is refused")
    @CsvSource({"id, 65", "supplier, 65"})
    void limits(String field, int length) throws Exception {
        var value = "x".repeat(length);
        var body = REPLY.replaceAll("'" + field + "': '[^']*'(, )?", "")
                .replace(", }", "}")
                .replace("}", ", '" + field + "': '" + value + "'}");
        api.refuses(REPLIES, body, field, value, (length - 1) + " characters");
    }

    @ParameterizedTest(name = "a malformed instant, a missing id and an unknown field are refused: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                REPLIES + "|" + REPLY,
                REJECTIONS + "|" + OBJECTION,
                SPAM_REPORTS + "|" + OBJECTION,
                REQUESTS + "|" + WISH
            })
    void malformed(String path, String body) throws Exception {
        api.refuses(path, at(body, "noon"), "occurredAt", "noon", "an ISO-8601 instant such as 2026-03-02T02:00:00Z");
        api.refuses(path, body.replaceAll("'id': '..', ", ""), "id", null, "given");
        api.refuses(path, body.replace("}", ", 'mood': 'good'}"), "mood", null, "left out: known are");
    }
}
