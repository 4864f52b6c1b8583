package io.hourglass.incoming;

import static io.hourglass.CleanSlate.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.HourglassTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("Deliveries with pieces changed, cut and doubled at random, each signed as it is,")
class MutatedDeliveriesTest {

    private static final int DELIVERIES = 5_000;

    private static final List<String> OF_CHATWOOT = List.of(
            ChatwootPayloads.incoming(1, START, ChatwootPayloads.AGENT_5),
            ChatwootPayloads.message(
                    2,
                    "incoming",
                    START,
                    "{\"id\":42}",
                    ChatwootPayloads.conversation(ChatwootPayloads.NOBODY, "\"buyer-7\"")),
            ChatwootPayloads.outgoing(3, START, ChatwootPayloads.AGENT_7, ChatwootPayloads.AGENT_5),
            ChatwootPayloads.outgoing(4, START, ChatwootPayloads.BOT, ChatwootPayloads.NOBODY),
            ChatwootPayloads.assigned(START, "5", "7"),
            ChatwootPayloads.assigned(START, "null", "5"),
            "{\"event\":\"message_created\",\"id\":9,\"message_type\":\"incoming\",\"created_at\":1772416800,\"content\":\"Hi\","
                    + "\"conversation\":{\"meta\":{\"sender\":{\"id\":4,\"identifier\":\"b4\"}}}}",
            "{\"event\":\"conversation_status_changed\",\"id\":207}");

    private static final List<String> OF_FACTS = List.of(
            "{\"event\":\"RECEIVED\",\"inquiry\":\"i1\",\"buyer\":\"b1\",\"supplier\":\"s1\",\"at\":\"2026-03-02T02:00:00Z\"}",
            "{\"facts\":[{\"event\":\"REPLIED\",\"id\":\"r1\",\"inquiry\":\"i1\",\"author\":\"HUMAN\",\"at\":\"2026-03-02T02:00:00Z\",\"text\":\"Yes\"},"
                    + "{\"message\":\"m1\",\"from\":\"BUYER\",\"buyer\":\"b1\",\"account\":\"anna\",\"shop\":\"s1\",\"at\":\"2026-03-02T02:00:00Z\"}]}",
            "[{\"event\":\"RETRACTED\",\"inquiry\":\"i1\",\"about\":\"r1\",\"at\":\"2026-03-02T02:00:00Z\"}]");

    private static final List<String> PIECES = List.of(
            "\"",
            ",",
            ":",
            "{",
            "}",
            "[",
            "]",
            "{\"a\":".repeat(70),
            "[".repeat(900),
            "null",
            "true",
            "-1",
            "0",
            "1e400",
            "1e999999999",
            "9".repeat(1_200),
            "1772416800.5",
            "\\ud800",
            "\\u0000",
            "\\",
            "\0",
            "\u202e",
            "\uFEFF",
            "水",
            "😀",
            " ",
            "\n",
            ":own",
            "x".repeat(100),
            "\"2026-13-01T00:00:00Z\"",
            "+999999999-12-31T23:59:59Z",
            "\"user\"",
            "\"outgoing\"",
            "\"incoming\"",
            "7",
            "42",
            "\"id\":{}",
            "\"identifier\":\"\\u200b\"");

    @Autowired
    private MockMvc mvc;

    private final Random random = new Random(76);

    private byte[] changed(byte[] body) {
        var from = random.nextInt(body.length + 1);
        var to = Math.min(body.length, from + random.nextInt(30));
        var changed = new ByteArrayOutputStream();
        changed.write(body, 0, from);
        switch (random.nextInt(6)) {
            case 0, 1 -> {
                changed.writeBytes(piece().getBytes(StandardCharsets.UTF_8));
                to = random.nextBoolean() ? from : to;
            }
            case 2 -> changed.write(random.nextInt(256));
            case 3 -> changed.write(body, from, to - from);
            case 4 -> to = from;
            default -> {
                // what lies between is left out
            }
        }
        changed.write(body, to, body.length - to);
        return changed.toByteArray();
    }

    private String piece() {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    /** Well formed, but for a value in the place of another. */
    private byte[] exchanged(String body) {
        var values = body.split("(?<=:)|(?=[,}])", -1);
        values[random.nextInt(values.length)] = piece();
        return String.join("", values).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] mutated(String body) {
        if (random.nextInt(3) == 0) {
            return exchanged(body);
        }
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        for (var change = random.nextInt(3); change >= 0; change--) {
            bytes = changed(bytes);
        }
        return random.nextInt(20) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }

    @Test
    @DisplayName("are taken, passed over, or refused with a reason, and never fail")
    void never() throws Exception {
        var statuses = new TreeMap<Integer, Integer>();
        var failures = new ArrayList<String>();
        for (var number = 0; number < DELIVERIES; number++) {
            var isChat = number % 3 > 0;
            var some = isChat ? OF_CHATWOOT : OF_FACTS;
            var body = mutated(some.get(random.nextInt(some.size())));
            var id = "d" + (random.nextInt(50) == 0 ? 0 : number);
            var call = isChat ? SignedCalls.chatwoot(START, id, body) : SignedCalls.facts(START, id, body);
            var response = mvc.perform(call).andReturn().getResponse();
            statuses.merge(response.getStatus(), 1, Integer::sum);
            var says = response.getContentAsString(StandardCharsets.UTF_8);
            if (!isRight(response.getStatus(), says)) {
                failures.add(response.getStatus() + " " + says + " for " + new String(body, StandardCharsets.UTF_8));
            }
        }
        assertThat(failures).isEmpty();
        assertThat(statuses.keySet()).containsExactly(200, 400, 404, 409);
        assertThat(statuses.get(200)).isGreaterThan(DELIVERIES / 10);
    }

    private static boolean isRight(int status, String says) {
        return switch (status) {
            case 200 -> Stream.of("{\"ignored\":\"", "{\"repeated\":").anyMatch(says::startsWith);
            case 400 -> says.contains("\"field\":\"") && says.contains("\"rule\":\"");
            case 404, 409 -> says.contains("\"title\":\"");
            default -> false;
        };
    }
}
