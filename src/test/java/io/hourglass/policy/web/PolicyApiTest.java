package io.hourglass.policy.web;

import static io.hourglass.access.web.As.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hourglass.CleanSlate;
import io.hourglass.HourglassTest;
import io.hourglass.Rivals;
import io.hourglass.access.web.As;
import io.hourglass.engine.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HourglassTest
@DisplayName("Policies in the API")
class PolicyApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private MockMvc mvc;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private ResultActions read(String path) throws Exception {
        return mvc.perform(get("/api/policies" + path).with(as(As.operations())));
    }

    private ResultActions send(String path, String body) throws Exception {
        return mvc.perform(post("/api/policies" + path)
                .with(as(As.operations()))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    /** Of the first version of the kind. */
    private String rules(String kind) throws Exception {
        var draft = send("/" + kind + "/drafts", "{\"copyOf\": 1}").andReturn().getResponse();
        return JSON.readTree(draft.getContentAsString()).path("rules").toString();
    }

    private String rules(String kind, String field, String value) throws Exception {
        var rules = (ObjectNode) JSON.readTree(rules(kind));
        rules.set(field, JSON.readTree(value));
        return rules.toString();
    }

    private ResultActions activate(String kind, String from, String field, String value) throws Exception {
        return activate(kind, from, rules(kind, field, value));
    }

    private ResultActions activate(String kind, String from, String rules) throws Exception {
        return send(
                "/" + kind + "/versions",
                "{\"inForceFrom\": \"" + from + "\", \"reason\": \"As agreed.\", \"rules\": " + rules + "}");
    }

    private ResultActions withdraw(String kind, int version) throws Exception {
        return send("/" + kind + "/versions/" + version + "/withdrawal", "{\"reason\": \"A mistake.\"}");
    }

    private List<String> noted() {
        return jdbc.sql(
                        "select person || ' ' || content from hourglass.ledger_record where kind = 'ACTION' order by id")
                .query(String.class)
                .list();
    }

    @Test
    @DisplayName("name each kind that has registered itself")
    void kinds() throws Exception {
        read("").andExpect(jsonPath(
                "$", contains("chat", "dispute", "messages", "referral", "relay", "reply", "standing")));
        read("/chit-chat").andExpect(status().isNotFound());
        read("/reply/differences?from=1&to=9").andExpect(status().isNotFound());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "reply, replyWithin, '\"PT24H\"', 2026-03-03T16:00:00Z",
        "standing, gatePercent, 60, 2026-03-04",
        "referral, picksAtMost, 2, 2026-03-03T16:00:00Z",
        "dispute, decideWithinDays, 5, 2026-03-04",
        "messages, retryFor, '\"PT48H\"', 2026-03-03T16:00:00Z"
    })
    @DisplayName("are drafted from a copy, checked, activated from the start of a day ahead, compared and withdrawn")
    void course(String kind, String field, String value, String from) throws Exception {
        var draft = "{\"copyOf\": 1, \"changes\": {\"" + field + "\": " + value + "}}";
        send("/" + kind + "/drafts", draft).andExpect(status().isOk()).andExpect(jsonPath("$.copyOf", is(1)));
        send("/" + kind + "/checks", "{\"inForceFrom\": \"2026-03-04\", \"rules\": " + rules(kind, field, value) + "}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version.version", is(2)))
                .andExpect(jsonPath("$.differences.length()", is(1)))
                .andExpect(jsonPath("$.differences[0].field", is(field)));
        read("/" + kind).andExpect(jsonPath("$.length()", is(1)));

        activate(kind, "2026-03-04", field, value)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.inForceFrom", is(from)))
                .andExpect(jsonPath("$.phase", is("AHEAD")));
        read("/" + kind + "/differences?from=1&to=2")
                .andExpect(jsonPath("$[*].field", contains(field)))
                .andExpect(jsonPath("$[0].after").value(JSON.convertValue(JSON.readTree(value), Object.class)));
        read("/" + kind + "/differences?from=2&to=2").andExpect(jsonPath("$.length()", is(0)));

        withdraw(kind, 2).andExpect(status().isOk()).andExpect(jsonPath("$.phase", is("WITHDRAWN")));
        read("/" + kind).andExpect(jsonPath("$[*].phase", contains("BEGUN", "WITHDRAWN")));
        withdraw(kind, 2).andExpect(status().isConflict()).andExpect(jsonPath("$.reason", is("WITHDRAWN")));
        activate(kind, "2026-03-03", field, value).andExpect(jsonPath("$.version", is(3)));
    }

    @Test
    @DisplayName("leave in the ledger who activated and withdrew which version, from when, and why")
    void ledger() throws Exception {
        activate("reply", "2026-03-04", "replyWithin", "\"PT24H\"").andExpect(status().isCreated());
        withdraw("reply", 2).andExpect(status().isOk());
        assertThat(noted()).hasSize(2).allMatch(action -> action.startsWith("olga "));
        assertThat(noted().get(0))
                .contains("\"action\":\"activate a policy\"", "\"about\":\"reply 2\"", "As agreed.")
                .contains("in force from 2026-03-03T16:00:00Z");
        assertThat(noted().get(1)).contains("\"action\":\"withdraw a policy\"", "\"about\":\"reply 2\"", "A mistake.");
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "reply, 2026-03-02, 400",
        "reply, 2026-03-03, 201",
        "reply, 2027-03-03, 201",
        "reply, 2027-03-04, 400",
        "referral, 2026-03-02, 400",
        "referral, 2027-03-03, 201",
        "referral, 2027-03-04, 400",
        "standing, 2026-03-02, 400",
        "dispute, 2027-03-04, 400",
        "dispute, 2027-03-03, 201"
    })
    @DisplayName("begin on a day after today, at most 366 days ahead")
    void ahead(String kind, String from, int status) throws Exception {
        var answer = activate(kind, from, rules(kind)).andExpect(status().is(status));
        if (status == 400) {
            answer.andExpect(jsonPath("$.errors[0].field", is("inForceFrom")));
        }
    }

    @Test
    @DisplayName("begin after the last version that stands; one withdrawn stands in nobody's way")
    void afterTheLast() throws Exception {
        activate("standing", "2026-03-09", "gatePercent", "60").andExpect(status().isCreated());
        activate("standing", "2026-03-09", "gatePercent", "70").andExpect(status().isBadRequest());
        activate("standing", "2026-03-10", "gatePercent", "70").andExpect(status().isCreated());
        withdraw("standing", 2).andExpect(status().isOk());
        withdraw("standing", 3).andExpect(status().isOk());
        activate("standing", "2026-03-03", "gatePercent", "70").andExpect(status().isCreated());
        mvc.perform(get("/api/standing-policies").with(as(As.operations())))
                .andExpect(jsonPath("$[*].version", contains(1, 4)));
    }

    @Test
    @DisplayName("dated to the year 9999 by an older program can be withdrawn, and lock their kind no longer")
    void farAhead() throws Exception {
        jdbc.sql(
                        """
                        insert into hourglass.policy (kind, version, in_force_on, rules)
                        select kind, 2, date '9999-12-31', rules from hourglass.policy
                        where kind = 'standing' and version = 1""")
                .update();
        activate("standing", "2026-03-09", "gatePercent", "60").andExpect(status().isBadRequest());
        withdraw("standing", 2).andExpect(status().isOk());
        activate("standing", "2026-03-09", "gatePercent", "60").andExpect(status().isCreated());
    }

    @Test
    @DisplayName("can be withdrawn until they are in force; the first and one in force cannot")
    void inForce() throws Exception {
        activate("dispute", "2026-03-03", "decideWithinDays", "5").andExpect(status().isCreated());
        activate("dispute", "2026-03-04", "decideWithinDays", "6").andExpect(status().isCreated());
        clock.set(Instant.parse("2026-03-02T16:00:00Z"));
        withdraw("dispute", 2).andExpect(status().isConflict()).andExpect(jsonPath("$.reason", is("IN_FORCE")));
        withdraw("dispute", 1).andExpect(status().isConflict());
        clock.set(Instant.parse("2026-03-03T15:59:59.999Z"));
        withdraw("dispute", 3).andExpect(status().isOk());
        withdraw("dispute", 9).andExpect(status().isNotFound());
        read("/dispute").andExpect(jsonPath("$[*].phase", contains("BEGUN", "BEGUN", "WITHDRAWN")));
    }

    @Test
    @DisplayName("of replies are fixed a minute before they begin, so that every node knows them by then")
    void fixed() throws Exception {
        activate("reply", "2026-03-03", "replyWithin", "\"PT24H\"").andExpect(status().isCreated());
        clock.set(Instant.parse("2026-03-02T15:59:00Z"));
        withdraw("reply", 2).andExpect(status().isConflict());
        clock.set(Instant.parse("2026-03-02T15:58:59.999Z"));
        withdraw("reply", 2).andExpect(status().isOk());
        activate("reply", "2026-03-03", "replyWithin", "\"PT24H\"").andExpect(status().isCreated());
        withdraw("reply", 3).andExpect(status().isOk());
        clock.set(Instant.parse("2026-03-02T15:59:00Z"));
        activate("reply", "2026-03-03", "replyWithin", "\"PT24H\"")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field", is("inForceFrom")));
    }

    @ParameterizedTest(name = "{0}.{1} = {2}")
    @CsvSource({
        "reply, replyWithin, '\"PT59S\"'",
        "reply, replyWithin, '\"PT720H0.001S\"'",
        "reply, replyWithin, '\"three days\"'",
        "reply, replyWithin, 72",
        "reply, replyWithin, null",
        "reply, zone, '\"Asia/Atlantis\"'",
        "reply, zone, 8",
        "reply, objectWithin, '\"P1M\"'",
        "reply, objectWithin, '\"P-1D\"'",
        "reply, booksCloseAfterDays, 4",
        "reply, booksCloseAfterDays, 61",
        "reply, booksCloseAfterDays, 5.5",
        "reply, booksCloseAfterDays, '\"5\"'",
        "reply, rateWindowDays, 0",
        "reply, rateWindowDays, 367",
        "reply, duplicates, '\"SOMETIMES\"'",
        "reply, duplicates, 1",
        "reply, textlessReplyCounts, '\"true\"'",
        "reply, offerStaysFor, '\"PT-1S\"'",
        "reply, earlyBy, '\"PT1H0.001S\"'",
        "reply, countingAuthors, '[]'",
        "reply, authorKindsVersion, 7",
        "reply, inForceFrom, 7",
        "standing, gatePercent, 101",
        "standing, exposureMost, 11",
        "standing, displayMandatoryFrom, '\"soon\"'",
        "referral, picksAtMost, 7",
        "referral, ranking, '{}'",
        "referral, ranking, 7",
        "dispute, decideWithinDays, 367",
        "dispute, decideWithinDays, true"
    })
    @DisplayName("with a rule missing, unknown, or that makes no sense are refused by its name, and nothing is changed")
    void refused(String kind, String field, String value) throws Exception {
        activate(kind, "2026-03-09", field, value)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field", containsString("rules." + field)));
        send("/" + kind + "/drafts", "{\"copyOf\": 1, \"changes\": {\"" + field + "\": " + value + "}}")
                .andExpect(status().is(field.equals("ranking") && value.equals("{}") ? 200 : 400));
        read("/" + kind).andExpect(jsonPath("$.length()", is(1)));
        assertThat(noted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"x\"", "{}"})
    @DisplayName("without rules are refused, and name the field")
    void withoutRules(String rules) throws Exception {
        activate("dispute", "2026-03-09", rules)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field", containsString("rules")));
    }

    @Test
    @DisplayName("are neither activated nor withdrawn without a reason")
    void reason() throws Exception {
        send(
                        "/dispute/versions",
                        "{\"inForceFrom\": \"2026-03-09\", \"rules\": " + rules("dispute", "decideWithinDays", "9")
                                + "}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field", is("reason")));
        send("/dispute/versions/1/withdrawal", "{\"reason\": \" \"}").andExpect(status().isBadRequest());
    }

    @Test
    @DisplayName("count the authors by the decision table, asked when a version is activated")
    void countingAuthors() throws Exception {
        activate("reply", "2026-03-09", "replyWithin", "\"PT24H\"")
                .andExpect(jsonPath("$.rules.countingAuthors", contains("AI_ASSISTED", "HUMAN")));
        read("/reply").andExpect(jsonPath("$[1].rules.authorKindsVersion", is(1)));
    }

    @RepeatedTest(6)
    @DisplayName("activated at once for one day are activated once")
    void atOnce() throws Exception {
        var rules = rules("standing", "gatePercent", "60");
        var statuses = Rivals.crowd(4, number -> statusOf(() -> activate("standing", "2026-03-09", rules)));
        assertThat(statuses).containsOnlyOnce(201).hasSize(4);
        assertThat(IntStream.range(0, 4).filter(at -> statuses.get(at) == 400)).hasSize(3);
        read("/standing").andExpect(jsonPath("$[*].version", contains(1, 2)));
    }

    @RepeatedTest(6)
    @DisplayName("withdrawn while a later one is activated end as if one had come after the other")
    void againstWithdrawal(RepetitionInfo round) throws Exception {
        activate("standing", "2026-03-09", "gatePercent", "60").andExpect(status().isCreated());
        var rules = rules("standing", "gatePercent", "70");
        Rivals.race(
                round.getCurrentRepetition(),
                () -> assertThat(statusOf(() -> withdraw("standing", 2))).isEqualTo(200),
                () -> assertThat(statusOf(() -> activate("standing", "2026-03-09", rules)))
                        .isIn(201, 400));
        var versions = read("/standing").andReturn().getResponse().getContentAsString();
        assertThat(JSON.readTree(versions).path(1).path("phase").asText()).isEqualTo("WITHDRAWN");
        assertThat(JSON.readTree(versions).size()).isIn(2, 3);
        clock.set(CleanSlate.START.plus(Duration.ofMinutes(1)));
    }

    private static int statusOf(Call call) {
        try {
            return call.make().andReturn().getResponse().getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A request. */
    private interface Call {
        ResultActions make() throws Exception;
    }
}
