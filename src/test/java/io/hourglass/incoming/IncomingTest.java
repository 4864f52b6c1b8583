package io.hourglass.incoming;

import static io.hourglass.CleanSlate.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.HourglassTest;
import io.hourglass.Rivals;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.Chats;
import io.hourglass.chat.cases.JudgedConsultations;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.incoming.deliveries.TakenDeliveries;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;

@HourglassTest
@DisplayName("An incoming webhook")
class IncomingTest {

    private static final BuyerId CONTACT = new BuyerId("desk-contact-42");
    private static final AccountId FRONT = new AccountId("front");
    private static final AccountId LENA = new AccountId("desk-agent-5");
    private static final AccountId BEN = new AccountId("ben");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Chats chats;

    @Autowired
    private Inquiries inquiries;

    @Autowired
    private Consultations consultations;

    @Autowired
    private JudgedConsultations judged;

    @Autowired
    private TakenDeliveries taken;

    @Autowired
    private JdbcClient jdbc;

    private record Answer(int status, JsonNode body) {

        private String said() {
            return status + " " + body;
        }

        private String field() {
            return body.path("errors").path(0).path("field").asText();
        }

        private String results() {
            return String.join(" ", body.path("facts").findValuesAsText("result"));
        }
    }

    private Answer send(RequestBuilder call) {
        try {
            var response = mvc.perform(call).andReturn().getResponse();
            return new Answer(response.getStatus(), JSON.readTree(response.getContentAsString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Answer facts(String id, String body) {
        return send(SignedCalls.facts(marketplace.now(), id, body));
    }

    private Answer chatwoot(String delivery, String body) {
        return send(SignedCalls.chatwoot(marketplace.now(), delivery, body));
    }

    private static String received(String id) {
        return "{\"event\":\"RECEIVED\",\"inquiry\":\"%s\",\"buyer\":\"b-%s\",\"supplier\":\"s1\",\"at\":\"%s\"}"
                .formatted(id, id, START);
    }

    private static String replied(String id) {
        return "{\"event\":\"REPLIED\",\"id\":\"r-%s\",\"inquiry\":\"%s\",\"author\":\"HUMAN\",\"at\":\"%s\"}"
                .formatted(id, id, START);
    }

    private static String list(String... facts) {
        return "{\"facts\":[" + String.join(",", facts) + "]}";
    }

    private boolean isKnown(String inquiry) {
        return inquiries.find(new InquiryId(inquiry)).isPresent();
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from hourglass." + table)
                .query(Integer.class)
                .single();
    }

    private Optional<ChatState> stateOf(BuyerId buyer, AccountId account) {
        return consultations
                .find(chats.consultation(buyer, account, START))
                .map(judged::of)
                .flatMap(one -> one.state());
    }

    private List<Optional<ChatState>> states() {
        return List.of(stateOf(CONTACT, FRONT), stateOf(CONTACT, LENA), stateOf(CONTACT, BEN));
    }

    @Test
    @DisplayName("tells one fact, a list of them, or a list under its name, as the lines of an import have them")
    void forms() {
        assertThat(facts("1", received("i1")).said())
                .isEqualTo(
                        "200 {\"repeated\":false,\"facts\":[{\"result\":\"RECORDED\",\"late\":false,\"refused\":false}]}");
        assertThat(facts("2", "[" + received("i2") + "," + replied("i2") + "]").results())
                .isEqualTo("RECORDED RECORDED");
        assertThat(facts(
                                "3",
                                list(
                                        received("i1"),
                                        "{\"message\":\"m1\",\"from\":\"BUYER\",\"buyer\":\"b1\",\"account\":\"anna\",\"shop\":\"s1\",\"at\":\""
                                                + START + "\"}"))
                        .results())
                .isEqualTo("KNOWN RECORDED");
        assertThat(stateOf(new BuyerId("b1"), new AccountId("anna"))).contains(ChatState.OPEN);
    }

    @Test
    @DisplayName("tells of an inquiry that is not known yet: the fact waits for it")
    void parked() {
        assertThat(facts("1", replied("i1")).results()).isEqualTo("PARKED");
        assertThat(facts("2", received("i1")).results()).isEqualTo("RECORDED");
        assertThat(facts("3", replied("i1")).results()).isEqualTo("KNOWN");
    }

    @Test
    @DisplayName("changes nothing a second time, and says so")
    void repeated() {
        var body = list(received("i1"), replied("i1"));
        assertThat(facts("1", body).status()).isEqualTo(200);
        marketplace.pass(Duration.ofHours(1));
        assertThat(facts("1", body).said()).isEqualTo("200 {\"repeated\":true}");
        assertThat(rows("fact")).isEqualTo(2);
        assertThat(rows("incoming_delivery")).isOne();
    }

    @Test
    @DisplayName("whose id is known with another body is refused, and so is a fact")
    void conflicts() {
        facts("1", received("i1"));
        assertThat(facts("1", received("i2")).status()).isEqualTo(409);
        assertThat(facts("2", received("i1").replace("b-i1", "other")).status()).isEqualTo(409);
        assertThat(isKnown("i2")).isFalse();
        assertThat(rows("incoming_delivery")).isOne();
    }

    @Test
    @DisplayName(
            "is taken as a whole or not at all: it names the fact that is wrong, and can be sent again once it is mended")
    void whole() {
        var future = START.plus(Duration.ofMinutes(5)).plusMillis(1);
        for (var wrong : List.of(
                List.of(received("i2").replace(START.toString(), "soon"), "facts[1].at"),
                List.of(received("i2").replace(START.toString(), future.toString()), "facts[1].at"),
                List.of(received("i2").replace("supplier", "seller"), "facts[1].field"),
                List.of(received("i2").replace("\"b-i2\"", "[]"), "facts[1].buyer"),
                List.of(replied("i1").replace("HUMAN", "ROBOT"), "facts[1].author"),
                List.of(replied("i1").replace("r-i1", ":r"), "facts[1].id"),
                List.of("5", "facts[1]"),
                List.of("{}", "facts[1]"))) {
            var answer = facts("1", list(received("i1"), wrong.get(0)));
            assertThat(answer.status()).as(answer.said()).isEqualTo(400);
            assertThat(answer.field()).as(answer.said()).isEqualTo(wrong.get(1));
        }
        assertThat(facts("1", list(received("i1"), replied("i1"), replied("i1").replace("HUMAN", "AUTO_REPLY")))
                        .status())
                .isEqualTo(409);
        assertThat(isKnown("i1")).isFalse();
        assertThat(rows("fact") + rows("incoming_delivery") + rows("parked_fact"))
                .isZero();
        assertThat(facts("1", list(received("i1"), replied("i1"))).results()).isEqualTo("RECORDED RECORDED");
    }

    @Test
    @DisplayName("may be dated five minutes ahead, and counts as now")
    void ahead() {
        var ahead = START.plus(Duration.ofMinutes(5));
        assertThat(facts("1", received("i1").replace(START.toString(), ahead.toString()))
                        .results())
                .isEqualTo("RECORDED");
        assertThat(inquiries.find(new InquiryId("i1")).orElseThrow().receivedAt())
                .isEqualTo(START);
    }

    @Test
    @DisplayName("holds one to two hundred facts")
    void bounds() {
        var many = IntStream.range(0, 201).mapToObj(at -> received("i" + at)).toList();
        assertThat(facts("1", list(many.toArray(String[]::new))).field()).isEqualTo("facts");
        assertThat(facts("2", "[]").field()).isEqualTo("body");
        assertThat(facts("3", list()).field()).isEqualTo("facts");
        assertThat(facts("4", list(many.subList(0, 200).toArray(String[]::new)))
                        .body()
                        .path("facts"))
                .hasSize(200);
        assertThat(facts("5", "{\"facts\":[" + received("j") + "],\"more\":1}").field())
                .isEqualTo("more");
    }

    @Test
    @DisplayName("that is no JSON, nested deep, doubled, empty or of another encoding is refused")
    void noJson() {
        var texts = List.of(
                "",
                "{",
                "null",
                "5",
                "\"{}\"",
                received("i1") + received("i2"),
                "{\"facts\":" + "[".repeat(70) + "]".repeat(70) + "}",
                received("i1").replace("\"at\"", "\"buyer\":\"b2\",\"at\""));
        for (var text : texts) {
            var answer = facts("1", text);
            assertThat(answer.status()).as(text).isEqualTo(400);
            assertThat(answer.field()).as(text).isEqualTo("body");
        }
        var utf16 = SignedCalls.facts(START, "1", received("i1").getBytes(StandardCharsets.UTF_16));
        assertThat(send(utf16).field()).isEqualTo("body");
        assertThat(rows("fact")).isZero();
    }

    @Test
    @DisplayName("needs no login and no form's token, but its signature, made within five minutes")
    void signed() {
        var body = received("i1");
        var wrong = SignedCalls.call("platform", body.getBytes(StandardCharsets.UTF_8))
                .header("webhook-id", "1")
                .header("webhook-timestamp", START.getEpochSecond())
                .header("webhook-signature", "v1,AAAA");
        assertThat(send(wrong).said()).startsWith("401 ").contains("\"title\":\"Not proven\"", "signature");
        assertThat(send(SignedCalls.call("platform", new byte[0])).said())
                .startsWith("401 ")
                .contains("webhook-id");
        for (var seconds : List.of(301, -301)) {
            assertThat(send(SignedCalls.facts(START.plusSeconds(seconds), "1", body))
                            .status())
                    .isEqualTo(401);
        }
        assertThat(isKnown("i1")).isFalse();
        for (var seconds : List.of(300, -300)) {
            assertThat(send(SignedCalls.facts(START.plusSeconds(seconds), "1", body))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    @DisplayName(
            "is not looked at from an address that got a hundred signatures wrong, unless the source was right from there")
    void guesses() {
        Function<String, Integer> from = address -> {
            var wrong = SignedCalls.call("platform", new byte[0]).with(request -> {
                request.setRemoteAddr(address);
                return request;
            });
            return send(wrong).status();
        };
        Function<String, Integer> right = address -> send(SignedCalls.facts(START, "of " + address, received("i1"))
                        .with(request -> {
                            request.setRemoteAddr(address);
                            return request;
                        }))
                .status();
        assertThat(right.apply("192.0.2.1")).isEqualTo(200);
        for (var guess = 1; guess <= 100; guess++) {
            assertThat(from.apply("192.0.2.1")).isEqualTo(401);
            assertThat(from.apply("192.0.2.2")).isEqualTo(401);
        }
        assertThat(from.apply("192.0.2.2")).isEqualTo(429);
        assertThat(right.apply("192.0.2.2")).isEqualTo(429);
        assertThat(right.apply("192.0.2.1")).isEqualTo(200);
        marketplace.pass(Duration.ofSeconds(9));
        assertThat(right.apply("192.0.2.2")).isEqualTo(200);
    }

    @Test
    @DisplayName("of a source that is not set up is not known, whatever it brings")
    void unknown() {
        for (var source : List.of("Platform", "none", "platform,desk")) {
            assertThat(send(SignedCalls.call(source, new byte[0])).said())
                    .startsWith("404 ")
                    .contains(source);
        }
    }

    @Test
    @DisplayName("longer than a megabyte is not read")
    void tooLong() {
        assertThat(send(SignedCalls.facts(START, "1", new byte[1024 * 1024 + 1]))
                        .status())
                .isEqualTo(413);
        assertThat(send(SignedCalls.facts(START, "1", new byte[1024 * 1024])).status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("that comes twice at the same moment is taken once, and both are told so")
    void atOnce() {
        for (var round = 0; round < 10; round++) {
            var id = "round-" + round;
            var body = list(received(id), replied(id));
            var answers = Rivals.crowd(2, number -> facts(id, body));
            assertThat(answers).extracting(Answer::status).containsOnly(200);
            assertThat(answers)
                    .extracting(answer -> answer.body().path("repeated").asBoolean())
                    .containsExactlyInAnyOrder(true, false);
        }
        assertThat(rows("fact")).isEqualTo(20);
    }

    @Test
    @DisplayName("is forgotten later, and its facts are still known")
    void forgotten() {
        facts("1", received("i1"));
        taken.forgetBefore(START.plusMillis(1));
        assertThat(facts("1", received("i1")).results()).isEqualTo("KNOWN");
    }

    @Test
    @DisplayName("of Chatwoot tells who asked and who answered, in whatever order its events come, and however often")
    void chat() {
        marketplace.pass(Duration.ofMinutes(30));
        var events = List.of(
                ChatwootPayloads.incoming(1, START, ChatwootPayloads.NOBODY),
                ChatwootPayloads.assigned(START.plusSeconds(60), "null", "5"),
                ChatwootPayloads.incoming(2, START.plusSeconds(90), ChatwootPayloads.AGENT_5),
                ChatwootPayloads.outgoing(
                        3, START.plusSeconds(120), ChatwootPayloads.AGENT_5, ChatwootPayloads.AGENT_5),
                ChatwootPayloads.assigned(START.plusSeconds(180), "5", "7"));
        var seen = new TreeSet<String>();
        for (var order : List.of(List.of(0, 1, 2, 3, 4), List.of(4, 3, 2, 1, 0), List.of(2, 4, 0, 3, 1))) {
            for (var attempt = 1; attempt <= 2; attempt++) {
                for (var at : order) {
                    assertThat(chatwoot(order + "/" + at + "/" + attempt, events.get(at))
                                    .status())
                            .isEqualTo(200);
                }
            }
            seen.add(states() + " " + rows("fact"));
        }
        assertThat(seen)
                .containsExactly(List.of(
                                Optional.of(ChatState.ANSWERED),
                                Optional.of(ChatState.ANSWERED),
                                Optional.of(ChatState.OPEN))
                        + " 6");
    }

    @Test
    @DisplayName("of Chatwoot comes to the same backwards")
    void backwards() {
        marketplace.pass(Duration.ofMinutes(30));
        chatwoot(
                "3",
                ChatwootPayloads.outgoing(
                        3, START.plusSeconds(120), ChatwootPayloads.AGENT_5, ChatwootPayloads.AGENT_5));
        chatwoot("2", ChatwootPayloads.assigned(START.plusSeconds(60), "null", "5"));
        chatwoot("1", ChatwootPayloads.incoming(1, START, ChatwootPayloads.NOBODY));
        assertThat(states())
                .containsExactly(Optional.of(ChatState.ANSWERED), Optional.of(ChatState.ANSWERED), Optional.empty());
    }

    @Test
    @DisplayName("of Chatwoot that a bot or a rule answered counts as the settings say: not at all")
    void bots() {
        chatwoot("1", ChatwootPayloads.incoming(1, START, ChatwootPayloads.NOBODY));
        chatwoot("2", ChatwootPayloads.outgoing(2, START, ChatwootPayloads.BOT, ChatwootPayloads.NOBODY));
        chatwoot("3", ChatwootPayloads.outgoing(3, START, "null", ChatwootPayloads.NOBODY));
        assertThat(stateOf(CONTACT, FRONT)).contains(ChatState.OPEN);
        assertThat(rows("fact")).isEqualTo(3);
    }

    @Test
    @DisplayName("of Chatwoot that says nothing of it is taken and passed over, and nothing is kept")
    void ignored() {
        var answer = chatwoot("1", "{\"event\":\"conversation_status_changed\",\"id\":207}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().fieldNames()).toIterable().containsExactly("ignored");
        assertThat(rows("incoming_delivery") + rows("fact")).isZero();
    }

    @Test
    @DisplayName("of Chatwoot that is malformed is refused with the path of the field, its value and the rule")
    void malformed() {
        var future = START.plus(Duration.ofMinutes(5)).plusMillis(1);
        var answer = chatwoot("1", ChatwootPayloads.incoming(1, future, ChatwootPayloads.AGENT_5));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field()).isEqualTo("created_at");
        var other = chatwoot("1", "{\"event\":\"message_created\",\"id\":\"six\"}");
        assertThat(other.body().path("errors").path(0).toString())
                .isEqualTo("{\"field\":\"id\",\"value\":\"six\",\"rule\":\"a whole number of 1 to 15 digits\"}");
        assertThat(send(SignedCalls.facts(START, "1", "{}")).field()).isEqualTo("body");
        assertThat(rows("incoming_delivery") + rows("fact")).isZero();
    }

    @Test
    @DisplayName("of Chatwoot is known by the ids of its facts even under another id of the delivery")
    void otherDelivery() {
        var body = ChatwootPayloads.incoming(1, START, ChatwootPayloads.AGENT_5);
        assertThat(chatwoot("1", body).results()).isEqualTo("RECORDED");
        assertThat(chatwoot("2", body).results()).isEqualTo("KNOWN");
        assertThat(chatwoot("2", body).said()).isEqualTo("200 {\"repeated\":true}");
    }

    @Test
    @DisplayName("of many deliveries at once takes each once")
    void many() {
        var answers = Rivals.crowd(8, number -> facts("d" + number % 4, received("i" + number % 4)));
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(rows("incoming_delivery")).isEqualTo(4);
        assertThat(rows("fact")).isEqualTo(4);
    }
}
