package io.hourglass.inquiry.web;

import static io.hourglass.CleanSlate.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.coverage.RecordCoverage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
class InquiryApiTest {

    private static final String INQUIRIES = "/api/inquiries";
    private static final String PLAIN = "{'id': 'q1', 'buyer': 'b1', 'supplier': 's1'}";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private RecordCoverage coverage;

    private Calls api;

    @BeforeEach
    void prepare() {
        api = new Calls(mvc, jdbc);
    }

    private static String with(String more) {
        return PLAIN.replace("}", ", " + more + "}");
    }

    @Test
    @DisplayName("a new inquiry is kept, pending, with its clocks")
    void submitted() throws Exception {
        api.send(INQUIRIES, with("'category': 'Pumps', 'subject': 'Pump', 'text': 'Price?'"))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", "/api/inquiries/q1"))
                .andExpect(jsonPath("$.followUpOf").doesNotExist())
                .andExpect(jsonPath("$.id").value("q1"))
                .andExpect(jsonPath("$.channel").value("WEB"))
                .andExpect(jsonPath("$.category").value("Pumps"))
                .andExpect(jsonPath("$.subject").value("Pump"))
                .andExpect(jsonPath("$.text").value("Price?"))
                .andExpect(jsonPath("$.day").value("2026-03-02"))
                .andExpect(jsonPath("$.state").value("PENDING"))
                .andExpect(
                        jsonPath("$", org.hamcrest.Matchers.hasEntry(org.hamcrest.Matchers.is("verdict"), nullValue())))
                .andExpect(jsonPath("$.timeLeftSeconds").value(72 * 3600))
                .andExpect(jsonPath("$.clocks.replyDeadline").value("2026-03-05T02:00:00Z"))
                .andExpect(jsonPath("$.clocks.booksClose").value("2026-03-06T16:00:00Z"));
    }

    @Test
    @DisplayName(
            "a second one of that buyer to that supplier on that day is answered with a pointer to the first, and counted")
    void duplicate() throws Exception {
        api.send(INQUIRIES, PLAIN).andExpect(jsonPath("$.duplicateOf").doesNotExist());
        api.send(INQUIRIES, PLAIN.replace("q1", "q2"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.id").value("q2"))
                .andExpect(jsonPath("$.state").value("DUPLICATE"))
                .andExpect(jsonPath("$.duplicateOf").value("q1"));
        marketplace.pass(Duration.ofDays(5));
        for (var by : new String[] {"BUYER", "SUPPLIER"}) {
            api.read("/api/duplicates?by=" + by)
                    .andExpect(jsonPath("$.parties.length()").value(1))
                    .andExpect(jsonPath("$.parties[0].inquiries").value(2))
                    .andExpect(jsonPath("$.parties[0].duplicates").value(1))
                    .andExpect(jsonPath("$.parties[0].share").value(0.5));
        }
        api.read("/api/duplicates?from=2026-03-03")
                .andExpect(jsonPath("$.parties.length()").value(0));
        api.read("/api/duplicates?from=2026-03-03&to=2026-03-02").andExpect(status().isBadRequest());
    }

    @Test
    @DisplayName(
            "of a supplier that answers from its mailbox it says whether that was read for all of the time to reply")
    void coverage() throws Exception {
        api.send(INQUIRIES, PLAIN);
        api.read("/api/inquiries/q1").andExpect(jsonPath("$.coverage").doesNotExist());
        coverage.connected(new SupplierId("s1"), START);
        marketplace.pass(Duration.ofMinutes(10).minusMillis(1));
        api.read("/api/inquiries/q1").andExpect(jsonPath("$.coverage").value("COVERED"));
        marketplace.pass(Duration.ofMillis(1));
        api.read("/api/inquiries/q1").andExpect(jsonPath("$.coverage").value("GAP"));
        coverage.covered(new SupplierId("s1"), START, marketplace.now().plusMillis(1));
        marketplace.pass(Duration.ofMillis(1));
        api.read("/api/inquiries/q1").andExpect(jsonPath("$.coverage").value("COVERED"));
    }

    @Test
    @DisplayName("the same again is 200 with the same answer")
    void sameAgain() throws Exception {
        var first = api.answerTo(INQUIRIES, PLAIN, status().isCreated());
        var rows = api.rows();
        assertThat(api.answerTo(INQUIRIES, PLAIN, status().isOk())).isEqualTo(first);
        assertThat(api.rows()).isEqualTo(rows);
    }

    @Test
    @DisplayName("the same id with other content is 409 and changes nothing")
    void conflict() throws Exception {
        api.send(INQUIRIES, PLAIN);
        var rows = api.rows();
        api.send(INQUIRIES, with("'text': 'something else'"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.title").value("Known with other content"))
                .andExpect(jsonPath("$.errors[0].value").value("q1"));
        assertThat(api.rows()).isEqualTo(rows);
    }

    @ParameterizedTest(name = "{0} = {1} is refused")
    @CsvSource({
        "receivedAt, yesterday",
        "receivedAt, 2026-03-02",
        "receivedAt, 2026-02-30T00:00:00Z",
        "receivedAt, 1772416800",
        "receivedAt, +12026-03-02T02:00:00Z",
        "receivedAt, 1969-12-31T23:59:59Z"
    })
    void badFields(String field, String value) throws Exception {
        var rule = "an ISO-8601 instant such as 2026-03-02T02:00:00Z";
        api.refuses(INQUIRIES, with("'" + field + "': '" + value + "'"), field, value, rule);
    }

    @Test
    @DisplayName("an id of 64 characters is taken, one of 65 is not")
    void idLimit() throws Exception {
        var longest = "i".repeat(64);
        api.refuses(INQUIRIES, PLAIN.replace("q1", longest + "i"), "id", longest + "i", "1 to 64 characters");
        api.send(INQUIRIES, PLAIN.replace("q1", longest)).andExpect(status().isCreated());
    }

    @Test
    @DisplayName("all broken fields are named at once")
    void allAtOnce() throws Exception {
        var rows = api.rows();
        api.send(INQUIRIES, "{'id': '', 'supplier': 's1', 'receivedAt': 'soon'}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value("3 fields break a rule, see errors. Nothing has been changed."))
                .andExpect(jsonPath("$.errors[*].field").value(contains("buyer", "id", "receivedAt")))
                .andExpect(jsonPath("$.errors[*].value").value(contains(null, "", "soon")))
                .andExpect(jsonPath("$.errors[0].rule").value("given"));
        assertThat(api.rows()).isEqualTo(rows);
    }

    @Test
    @DisplayName("an inquiry may be dated 5 minutes ahead, and not a millisecond more")
    void future() throws Exception {
        var most = START.plus(Duration.ofMinutes(5));
        var more = most.plusMillis(1).toString();
        api.refuses(
                INQUIRIES, with("'receivedAt': '" + more + "'"), "receivedAt", more, "at most 5 minutes in the future");
        api.send(INQUIRIES, with("'receivedAt': '" + most + "'")).andExpect(status().isCreated());
    }

    @Test
    @DisplayName(
            "an inquiry dated ahead is received at the present instant, and known again by the instant that was sent")
    void ahead() throws Exception {
        var sent = with("'receivedAt': '" + START.plus(Duration.ofMinutes(4)) + "'");
        api.send(INQUIRIES, sent)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.receivedAt").value(START.toString()));
        api.send(INQUIRIES, sent).andExpect(status().isOk());
        api.send(INQUIRIES, with("'receivedAt': '" + START + "'")).andExpect(status().isConflict());
    }

    @Test
    @DisplayName("an instant may be written with an offset")
    void offset() throws Exception {
        api.send(INQUIRIES, with("'receivedAt': '2026-03-02T09:30:00+08:00'"))
                .andExpect(jsonPath("$.receivedAt").value("2026-03-02T01:30:00Z"));
    }

    @Test
    @DisplayName("what the system judges spam is SPAM, and says why (R9)")
    void systemSpam() throws Exception {
        api.send(INQUIRIES, with("'systemSpam': true, 'spamReason': 'link farm'"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.verdict").value("SPAM"))
                .andExpect(jsonPath("$.facts[?(@.kind == 'SYSTEM_SPAM')].text").value(contains("link farm")));
    }

    @Test
    @DisplayName("a spam flag needs a reason, and a reason the flag")
    void spamReason() throws Exception {
        api.refuses(INQUIRIES, with("'systemSpam': true"), "spamReason", null, "given when systemSpam is true");
        api.refuses(INQUIRIES, with("'spamReason': 'x'"), "spamReason", "x", "left out unless systemSpam is true");
    }

    @Test
    @DisplayName("an unknown field is refused, and the known ones are named")
    void unknownField() throws Exception {
        api.refuses(INQUIRIES, with("'colour': 'red'"), "colour", null, "buyer, category, channel, id");
    }

    @Test
    @DisplayName("a value of the wrong type is refused by name")
    void wrongType() throws Exception {
        api.refuses(INQUIRIES, with("'systemSpam': 'perhaps'"), "systemSpam", null, "true or false");
        api.refuses(INQUIRIES, with("'text': {'a': 1}"), "text", null, "a string");
        api.refuses(INQUIRIES, "[]", "(body)", null, "a JSON object");
    }

    @Test
    @DisplayName("malformed JSON is refused with its line and column")
    void malformed() throws Exception {
        api.refuses(INQUIRIES, "{'id': 'q1',\n 'buyer' 'b1'}", "(body)", null, "at line 2, column 10");
        api.refuses(INQUIRIES, with("'id': 'q2'"), "(body)", null, "well-formed JSON");
        api.refuses(INQUIRIES, "", "(body)", null, "given");
    }

    @Test
    @DisplayName("a mail in a known thread is a follow-up, not a new inquiry (R3)")
    void followUp() throws Exception {
        api.send(INQUIRIES, with("'messageId': '<1@b>'"));
        var mail = "{'id': 'q2', 'buyer': 'b1', 'supplier': 's1', 'messageId': '<2@b>', 'inReplyTo': '<1@b>'}";
        var first = api.answerTo(INQUIRIES, mail, status().isCreated());
        api.send(INQUIRIES, mail)
                .andExpect(status().isOk())
                .andExpect(content().string(first))
                .andExpect(header().string("Location", "/api/inquiries/q1"))
                .andExpect(jsonPath("$.followUpOf").value("q1"))
                .andExpect(jsonPath("$.id").value("q1"))
                .andExpect(jsonPath("$.followUps").value(contains("q2")));
        api.read(INQUIRIES + "/q2")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("FOLLOW_UP"))
                .andExpect(jsonPath("$.verdict").value(nullValue()))
                .andExpect(jsonPath("$.follows").value("q1"));
    }

    @Test
    @DisplayName("what a mail answers is told as its headers are, or as arrays of ids")
    void headers() throws Exception {
        api.send(INQUIRIES, with("'messageId': '<1@b>'"));
        var number = 2;
        for (var headers : List.of(
                "'inReplyTo': ['<1@b>']",
                "'inReplyTo': '1@b'",
                "'inReplyTo': 'Your mail of Monday <1@B>'",
                "'references': '<0@b> <1@b>'",
                "'references': ['<1@b>', '0@b']",
                "'inReplyTo': [], 'references': ['<0@b>\\r\\n <1@b>']")) {
            var id = "q" + number++;
            api.send(INQUIRIES, "{'id': '" + id + "', 'buyer': 'b1', 'supplier': 's1', " + headers + "}")
                    .andExpect(status().isCreated())
                    .andExpect(jsonPath("$.followUpOf").value("q1"));
        }
        api.send(INQUIRIES, "{'id': 'q9', 'buyer': 'b1', 'supplier': 's1', 'inReplyTo': {}}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(startsWith("inReplyTo")));
    }

    @Test
    @DisplayName("a mail in a thread with another supplier is a new inquiry")
    void otherThread() throws Exception {
        api.send(INQUIRIES, with("'messageId': '<1@b>'"));
        api.send(INQUIRIES, "{'id': 'q2', 'buyer': 'b1', 'supplier': 's2', 'inReplyTo': '<1@b>'}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.followUpOf").doesNotExist())
                .andExpect(jsonPath("$.id").value("q2"));
    }

    @Test
    @DisplayName("an inquiry is read with its facts, its history and what the buyer was told")
    void read() throws Exception {
        var inquiry = marketplace.inquiry("q1");
        marketplace.pass(Duration.ofHours(73));
        marketplace.reply(inquiry);
        marketplace.reject(inquiry, START.plus(Duration.ofDays(3)).plusSeconds(1));
        api.read(INQUIRIES + "/q1")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.verdict").value("LATE"))
                .andExpect(jsonPath("$.timeLeftSeconds").doesNotExist())
                .andExpect(jsonPath("$.booksClosed").value(false))
                .andExpect(jsonPath("$.facts[*].kind").value(contains("RECEIVED", "REJECTED", "REPLIED")))
                .andExpect(jsonPath("$.facts[1].refusal").value("WINDOW_CLOSED"))
                .andExpect(jsonPath("$.facts[2].refusal").doesNotExist())
                .andExpect(jsonPath("$.history[*].state").value(contains("UNANSWERED", "LATE")))
                .andExpect(jsonPath("$.history[0].cause.kind").value("DEADLINE"))
                .andExpect(jsonPath("$.history[1].cause.kind").value("FACT"))
                .andExpect(jsonPath("$.notices[0].kind").value("ALTERNATIVES_AVAILABLE"))
                .andExpect(jsonPath("$.explanation.rule").value("ANSWERED_AFTER_DEADLINE"))
                .andExpect(jsonPath("$.explanation.policyVersion").value(1));
    }

    @ParameterizedTest(name = "the explanation for Accept-Language {0} says {1}")
    @CsvSource({
        "en, the supplier can answer in time up to and including 2026-03-05 10:00 +08:00",
        "zh-CN, 待回复",
        "fr, Waiting"
    })
    void explained(String language, String words) throws Exception {
        marketplace.inquiry("q1");
        var answer = mvc.perform(
                        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get("/api/inquiries/q1")
                                .header("Accept-Language", language))
                .andReturn();
        assertThat(answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                .contains(words);
    }

    @Test
    @DisplayName("an unknown inquiry is 404, and named in a sentence of the reader's language")
    void unknownInquiry() throws Exception {
        api.read(INQUIRIES + "/nobody?lang=zh").andExpect(jsonPath("$.detail").value("没有询盘“nobody”。"));
        api.read(INQUIRIES + "/nobody")
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("There is no inquiry “nobody”."))
                .andExpect(jsonPath("$.errors[0].field").value("inquiry"))
                .andExpect(jsonPath("$.errors[0].value").value("nobody"))
                .andExpect(jsonPath("$.errors[0].rule").value("known to Hourglass"));
    }
}
