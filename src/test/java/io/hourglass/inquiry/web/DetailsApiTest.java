package io.hourglass.inquiry.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.inquiry.Marketplace;
import java.time.Duration;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
@DisplayName("A detail never costs the fact")
class DetailsApiTest {

    private static final String INQUIRIES = "/api/inquiries";
    private static final String REPLIES = "/api/inquiries/q1/replies";
    private static final String REJECTIONS = "/api/inquiries/q1/rejections";
    private static final String MANY = "https://mail.example/" + "x".repeat(272);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Marketplace marketplace;

    private Calls api;

    @BeforeEach
    void prepare() {
        api = new Calls(mvc, jdbc);
        marketplace.inquiry("q1");
    }

    private static String reply(String field, String value) {
        return "{'id': 'r1', 'supplier': 'supplier-1', 'author': 'HUMAN', '" + field + "': " + value + "}";
    }

    private static String inquiry(String id, String field, String value) {
        return "{'id': '" + id + "', 'buyer': 'b1', 'supplier': 's1', '" + field + "': " + value + "}";
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }

    private static String copies(int count) {
        return "[" + String.join(", ", Collections.nCopies(count, "'a@x.example'")) + "]";
    }

    @ParameterizedTest(name = "{0} of a reply: {1} characters are kept, of one more as many, and it says so")
    @CsvSource({"messageId, 255", "text, 20000", "actor, 64", "channel, 32"})
    void reply(String field, int limit) throws Exception {
        api.send(REPLIES, reply(field, quoted("x".repeat(limit + 1))))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.inquiry.verdict").value("TIMELY"))
                .andExpect(jsonPath("$.keptInPart").value(contains(field)))
                .andExpect(jsonPath("$.fact.keptInPart").value(contains(field)));
        api.send(REPLIES, reply(field, quoted("x".repeat(limit))).replace("r1", "r2"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.keptInPart").doesNotExist());
    }

    @ParameterizedTest(name = "{0} of an inquiry: {1} characters are kept, of one more as many, and it says so")
    @CsvSource({"messageId, 255", "subject, 500", "text, 20000", "category, 400", "channel, 32"})
    void inquiry(String field, int limit) throws Exception {
        api.send(INQUIRIES, inquiry("q2", field, quoted("x".repeat(limit + 1))))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("PENDING"))
                .andExpect(jsonPath("$.keptInPart").value(contains(field)))
                .andExpect(jsonPath("$.facts[0].keptInPart").value(contains(field)));
        api.send(INQUIRIES, inquiry("q3", field, quoted("x".repeat(limit))))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.keptInPart").doesNotExist());
    }

    @Test
    @DisplayName("of ten copies each is kept, of eleven ten; what is no address is left out")
    void copies() throws Exception {
        api.send(REPLIES, reply("cc", copies(10)))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.keptInPart").doesNotExist());
        api.send(REPLIES, reply("cc", copies(11)).replace("r1", "r2"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.keptInPart").value(contains("cc")));
        api.send(REPLIES, reply("cc", "['boss', 'b@x.example', null, '']").replace("r1", "r3"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.keptInPart").value(contains("cc")));
        api.read("/api/inquiries/q1")
                .andExpect(jsonPath("$.facts[?(@.id == 'r2')].cc.length()").value(contains(10)))
                .andExpect(jsonPath("$.facts[?(@.id == 'r3')].cc[*]").value(contains("b@x.example")));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"'a@b@c'", "'a b@c.example'", "'a@c.example, b@c.example'"})
    @DisplayName("a copy that goes to no address leaves the reply without one")
    void noAddress(String address) throws Exception {
        api.send(REPLIES, reply("cc", "[" + address + "]"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.keptInPart").value(contains("cc")))
                .andExpect(jsonPath("$.fact.cc").doesNotExist());
    }

    @Test
    @DisplayName("what no database can keep is replaced: NUL, half a surrogate pair, on one line controls too")
    void unstorable() throws Exception {
        api.send(INQUIRIES, inquiry("q2", "text", "'a\\u0000b\\ud83d c\\ud83d\\ude00'"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.text").value("a\uFFFDb\uFFFD c\uD83D\uDE00"))
                .andExpect(jsonPath("$.keptInPart").value(contains("text")));
        api.send(INQUIRIES, inquiry("q3", "category", "' Pumps\\u0000\\nWater '"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.category").value("Pumps\uFFFD Water"))
                .andExpect(jsonPath("$.keptInPart").value(contains("category")));
    }

    @Test
    @DisplayName("a text is cut between two code points")
    void betweenCodePoints() throws Exception {
        api.send(INQUIRIES, inquiry("q2", "subject", quoted("x".repeat(499) + "\uD83D\uDE00")))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.subject").value("x".repeat(499)))
                .andExpect(jsonPath("$.keptInPart").value(contains("subject")));
        api.send(INQUIRIES, inquiry("q3", "subject", quoted("x".repeat(498) + "\uD83D\uDE00")))
                .andExpect(jsonPath("$.subject").value("x".repeat(498) + "\uD83D\uDE00"))
                .andExpect(jsonPath("$.keptInPart").doesNotExist());
    }

    @Test
    @DisplayName("blanks around a line are no part of it, and a blank line is none")
    void blanks() throws Exception {
        api.send(INQUIRIES, inquiry("q2", "category", "' Pumps '"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.category").value("Pumps"))
                .andExpect(jsonPath("$.keptInPart").doesNotExist());
        api.send(INQUIRIES, inquiry("q3", "channel", "' '"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.channel").value("WEB"));
    }

    @Test
    @DisplayName("sent again is told by all that was sent: beyond the part that is kept too")
    void sentAgain() throws Exception {
        var long1 = reply("text", quoted("x".repeat(27_000)));
        var first = api.answerTo(REPLIES, long1, status().isCreated());
        var rows = api.rows();
        assertThat(api.answerTo(REPLIES, long1, status().isOk())).isEqualTo(first);
        api.send(REPLIES, reply("text", quoted("x".repeat(26_999)))).andExpect(status().isConflict());
        api.send(REPLIES, reply("text", quoted("x".repeat(20_000)))).andExpect(status().isConflict());
        assertThat(api.rows()).isEqualTo(rows);
    }

    @Test
    @DisplayName("sent again is told by what was sent where something was replaced, left out or cut off a line")
    void otherSameKept() throws Exception {
        for (var pair : new String[][] {
            {"text", "'a\\ud83d'", "'a\\ud83e'"},
            {"text", "'a\\u0000'", "'a\\ufffd'"},
            {"text", "'a\\ud83d'", "'a?'"},
            {"messageId", quoted(MANY), quoted(MANY + "y")},
            {"cc", copies(11), copies(12)},
            {"cc", "['nobody']", "['no one']"}
        }) {
            var id = "r-" + Integer.toHexString(pair[1].hashCode() * 31 + pair[2].hashCode());
            api.send(REPLIES, reply(pair[0], pair[1]).replace("r1", id)).andExpect(status().isCreated());
            api.send(REPLIES, reply(pair[0], pair[1]).replace("r1", id)).andExpect(status().isOk());
            api.send(REPLIES, reply(pair[0], pair[2]).replace("r1", id)).andExpect(status().isConflict());
        }
    }

    @Test
    @DisplayName("a fact that a rule refuses says it as well, and so does each part that shows it")
    void refused() throws Exception {
        marketplace.pass(Duration.ofDays(4));
        var body = "{'id': 'o1', 'supplier': 'supplier-1', 'reason': '" + "x".repeat(20_001) + "'}";
        api.send(REJECTIONS, body)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.refusal").value("WINDOW_CLOSED"))
                .andExpect(jsonPath("$.keptInPart").value(contains("reason")));
        api.read("/api/inquiries/q1")
                .andExpect(jsonPath("$.facts[1].keptInPart").value(contains("reason")))
                .andExpect(jsonPath("$.facts[0].keptInPart").doesNotExist());
        api.read("/api/inquiries/q1/trace")
                .andExpect(jsonPath("$.facts[1].keptInPart").value(contains("reason")));
        api.read("/inquiries/q1/trace").andExpect(content().string(containsString("Only a part of this was kept")));
        api.read("/inquiries/q1/trace?lang=zh").andExpect(content().string(containsString("只保存了一部分：理由")));
    }

    @Test
    @DisplayName("the reason of a spam flag is one: the flag decides")
    void spamReason() throws Exception {
        var flagged = inquiry("q2", "systemSpam", "true, 'spamReason': '" + "x".repeat(501) + "'");
        api.send(INQUIRIES, flagged)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.verdict").value("SPAM"))
                .andExpect(jsonPath("$.keptInPart").value(contains("spamReason")))
                .andExpect(jsonPath("$.facts[?(@.kind == 'SYSTEM_SPAM')].text").value(hasSize(1)));
        api.send(INQUIRIES, inquiry("q3", "systemSpam", "true, 'spamReason': ' '"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.verdict").value("SPAM"));
    }

    @Test
    @DisplayName("a mail that answers one whose Message-ID is 293 characters long is still known to follow it (R3)")
    void longMessageIds() throws Exception {
        api.send(INQUIRIES, inquiry("q2", "messageId", quoted(MANY)))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.keptInPart").value(contains("messageId")));
        api.send(INQUIRIES, inquiry("q3", "inReplyTo", quoted(MANY)))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.followUpOf").value("q2"));
        api.read("/api/traces?messageId=" + MANY)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].id").value(contains("q2")));
    }

    private static String ids(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> "<" + n + "@mail.example>")
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{0} ids in inReplyTo, {1} in references: {2}")
    @CsvSource(
            nullValues = "none",
            value = {
                "0, 100, none",
                "0, 101, references",
                "1, 100, none",
                "1, 101, references",
                "100, 0, none",
                "101, 0, inReplyTo",
                "101, 101, inReplyTo",
                "100, 101, references",
                "101, 102, inReplyTo references"
            })
    @DisplayName("of the mails that a mail answers the hundred nearest are kept, of more as many, and it says so")
    void answered(int replied, int referred, String inPart) throws Exception {
        var sent = api.send(
                        INQUIRIES,
                        inquiry("q2", "inReplyTo", quoted(ids(replied)) + ", 'references': " + quoted(ids(referred))))
                .andExpect(status().isCreated());
        if (inPart == null) {
            sent.andExpect(jsonPath("$.keptInPart").doesNotExist());
        } else {
            sent.andExpect(jsonPath("$.keptInPart").value(contains(inPart.split(" ", -1))));
        }
    }

    @Test
    @DisplayName("of a long thread the nearest mails are known, and a page says what is not")
    void nearest() throws Exception {
        api.send(INQUIRIES, inquiry("q2", "messageId", "'49@mail.example'")).andExpect(status().isCreated());
        api.send(INQUIRIES, inquiry("q3", "messageId", "'50@mail.example'")).andExpect(status().isCreated());
        api.send(INQUIRIES, inquiry("q4", "references", quoted(ids(150))))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.followUpOf").value("q3"))
                .andExpect(jsonPath("$.keptInPart").value(contains("references")));
        api.read("/inquiries/q4/trace").andExpect(content().string(containsString("the ids of earlier mails")));
    }

    @Test
    @DisplayName("an inquiry that is carried over says what of it was kept in part, and no more")
    void carriedOver() throws Exception {
        marketplace.supplier("s2", "Pumps");
        api.send(
                        INQUIRIES,
                        inquiry(
                                "q2",
                                "category",
                                "'Pumps', 'text': '" + "x".repeat(20_001) + "', 'channel': '" + "c".repeat(33) + "'"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.keptInPart").value(contains("text", "channel")));
        marketplace.pass(Duration.ofHours(73));
        api.send("/api/inquiries/q2/alternatives-requests", "{'id': 'a1', 'buyer': 'b1'}")
                .andExpect(status().isCreated());
        api.send("/api/inquiries/q2/picks", "{'buyer': 'b1', 'suppliers': ['s2'], 'consent': true}")
                .andExpect(status().isOk());
        var carried = jdbc.sql("select id from hourglass.inquiry where supplier = 's2'")
                .query(String.class)
                .single();
        api.read("/api/inquiries/{id}", carried)
                .andExpect(jsonPath("$.text").value("x".repeat(20_000)))
                .andExpect(jsonPath("$.facts[0].keptInPart").value(contains("text")));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "'id': 5",
                "'buyer': true",
                "'supplier': 1.5",
                "'receivedAt': 1700000000",
                "'receivedAt': ''",
                "'messageId': ['<a@x>']",
                "'inReplyTo': 5",
                "'inReplyTo': [5]",
                "'references': {'a': '<a@x>'}",
                "'references': [['<a@x>']]",
                "'systemSpam': 0",
                "'systemSpam': 'true'",
                "'systemSpam': ''",
                "'subject': 5",
                "'category': ['Pumps']"
            })
    @DisplayName("a field of an inquiry takes no value of another type, and the answer names it")
    void otherTypes(String field) throws Exception {
        var rows = api.rows();
        var name = field.split("'", -1)[1];
        var others = "'id': 'q2', 'buyer': 'b1', 'supplier': 's1'".replaceAll("'" + name + "': '[^']+'", "'text': ''");
        api.send(INQUIRIES, "{" + others + ", " + field + "}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(startsWith(name)))
                .andExpect(jsonPath("$.errors[0].rule").isNotEmpty());
        assertThat(api.rows()).isEqualTo(rows);
    }

    @Test
    @DisplayName("ids of mails come as the text of a header, or as an array")
    void idsOfMails() throws Exception {
        api.send(INQUIRIES, inquiry("q2", "messageId", "'<a@x>'")).andExpect(status().isCreated());
        for (var value : new String[] {"'<a@x>'", "['<a@x>']", "'<z@x> <a@x>'", "['<z@x>', 'a@x']"}) {
            var id = "s-" + Integer.toHexString(value.hashCode());
            api.send(INQUIRIES, inquiry(id, "inReplyTo", value))
                    .andExpect(jsonPath("$.followUpOf").value("q2"));
            api.send(INQUIRIES, inquiry("t" + id, "references", value))
                    .andExpect(jsonPath("$.followUpOf").value("q2"));
        }
    }

    @Test
    @DisplayName("several are named in one order")
    void several() throws Exception {
        var body = "{'id': 'r1', 'supplier': 'supplier-1', 'author': 'HUMAN', 'actor': '" + "a".repeat(65)
                + "', 'cc': ['x'], 'text': '\\u0000'}";
        api.send(REPLIES, body)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.keptInPart").value(contains("text", "cc", "actor")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text|{'a': 1}",
                "text|['a']",
                "messageId|{}",
                "actor|[]",
                "cc|'a@x.example'",
                "cc|[{}]",
                "cc|[5]",
                "text|5",
                "text|true",
                "messageId|['<a@x>']",
                "messageId|1.5",
                "channel|false",
                "actor|5"
            })
    @DisplayName("a detail of another type is malformed, and is refused by name")
    void wrongType(String field, String value) throws Exception {
        var rows = api.rows();
        api.send(REPLIES, reply(field, value))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(containsString(field)));
        assertThat(api.rows()).isEqualTo(rows);
    }
}
