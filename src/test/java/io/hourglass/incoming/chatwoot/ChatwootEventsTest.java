package io.hourglass.incoming.chatwoot;

import static io.hourglass.incoming.ChatwootPayloads.AGENT_5;
import static io.hourglass.incoming.ChatwootPayloads.AGENT_7;
import static io.hourglass.incoming.ChatwootPayloads.BOT;
import static io.hourglass.incoming.ChatwootPayloads.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.intake.ChatReport;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.incoming.ChatwootPayloads;
import io.hourglass.incoming.chatwoot.Said.Facts;
import io.hourglass.incoming.chatwoot.Said.Nothing;
import io.hourglass.incoming.sources.ChatwootShop;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.SupplierId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An event of Chatwoot")
class ChatwootEventsTest {

    private static final Instant AT = Instant.parse("2026-03-02T02:00:00.123Z");
    private static final AccountId FRONT = new AccountId("front");
    private static final ChatwootShop SHOP =
            new ChatwootShop(new SupplierId("shop-1"), FRONT, AuthorKind.AI_AGENT, Map.of("7", new AccountId("ben")));

    private static Said read(String body) {
        return ChatwootEvents.read("desk", SHOP, body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<ChatReport> facts(String body) {
        assertThat(read(body)).isInstanceOf(Facts.class);
        return ((Facts) read(body))
                .facts().stream()
                        .flatMap(sent -> sent.fact().reported())
                        .map(ChatReport.class::cast)
                        .toList();
    }

    private static ChatReport fact(String body) {
        assertThat(facts(body)).hasSize(1);
        return facts(body).get(0);
    }

    private static String why(String body) {
        assertThat(read(body)).isInstanceOf(Nothing.class);
        return ((Nothing) read(body)).why();
    }

    private static String incoming() {
        return ChatwootPayloads.incoming(654, AT, AGENT_5);
    }

    @Test
    @DisplayName("that a contact wrote asks the agent's account, under ids made of Chatwoot's")
    void asked() {
        assertThat(fact(incoming())).satisfies(asked -> {
            assertThat(asked.kind()).isEqualTo(ChatFactKind.ASKED);
            assertThat(asked.id()).hasToString("desk-message-654");
            assertThat(asked.buyer()).hasToString("desk-contact-42");
            assertThat(asked.account()).hasToString("desk-agent-5");
            assertThat(asked.shop()).hasToString("shop-1");
            assertThat(asked.author()).isNull();
            assertThat(asked.channel()).hasToString("WebWidget");
            assertThat(asked.occurredAt()).isEqualTo(AT);
            assertThat(asked.text().body()).isEqualTo("Is it in stock?");
        });
    }

    @Test
    @DisplayName("names the account that the settings have for an agent, and one where nobody is assigned")
    void accounts() {
        assertThat(fact(ChatwootPayloads.incoming(1, AT, AGENT_7)).account()).hasToString("ben");
        assertThat(fact(ChatwootPayloads.incoming(1, AT, NOBODY)).account()).isEqualTo(FRONT);
        assertThat(fact(ChatwootPayloads.incoming(1, AT, BOT)).account()).isEqualTo(FRONT);
    }

    @Test
    @DisplayName("names the buyer by the shop's own id where it can be one here")
    void buyers() {
        for (var identifier : List.of("\"buyer-7\"", "\" buyer-7 \"")) {
            var body = ChatwootPayloads.message(
                    1, "incoming", AT, "{}", ChatwootPayloads.conversation(AGENT_5, identifier));
            assertThat(fact(body).buyer()).hasToString("buyer-7");
        }
        for (var identifier : List.of("\"\"", "null", "\":own\"", "\"" + "x".repeat(65) + "\"")) {
            var body = ChatwootPayloads.message(
                    1, "incoming", AT, "{}", ChatwootPayloads.conversation(AGENT_5, identifier));
            assertThat(fact(body).buyer()).hasToString("desk-contact-42");
        }
    }

    @Test
    @DisplayName("that an agent wrote is of its own account, and of that which answers for conversations without one")
    void wrote() {
        var wrote = facts(ChatwootPayloads.outgoing(655, AT, AGENT_7, AGENT_5));
        assertThat(wrote).extracting(ChatReport::kind).containsOnly(ChatFactKind.WROTE);
        assertThat(wrote).extracting(ChatReport::author).containsOnly(AuthorKind.HUMAN);
        assertThat(wrote).extracting(ChatReport::actor).containsOnly("user-7");
        assertThat(wrote)
                .extracting(one -> one.id() + " " + one.account())
                .containsExactly("desk-message-655 ben", "desk-answer-655 front");
    }

    @Test
    @DisplayName("that an agent wrote where nobody is assigned is of the account that owes it")
    void wroteUnassigned() {
        assertThat(fact(ChatwootPayloads.outgoing(655, AT, AGENT_7, NOBODY)).account())
                .isEqualTo(FRONT);
    }

    @Test
    @DisplayName("that a bot wrote is of the conversation's account, by the kind of author that the settings say")
    void bot() {
        var wrote = facts(ChatwootPayloads.outgoing(655, AT, BOT, AGENT_5));
        assertThat(wrote).extracting(ChatReport::author).containsOnly(AuthorKind.AI_AGENT);
        assertThat(wrote).extracting(ChatReport::actor).containsOnly("agent_bot-3");
        assertThat(wrote).extracting(one -> one.account() + "").containsExactly("desk-agent-5", "front");
        var captain = BOT.replace("agent_bot", "captain_assistant");
        assertThat(fact(ChatwootPayloads.outgoing(655, AT, captain, NOBODY)).author())
                .isEqualTo(AuthorKind.AI_AGENT);
    }

    @Test
    @DisplayName("that a rule or a campaign sent is an automatic reply, in whosever name")
    void automatic() {
        var outgoing = ChatwootPayloads.outgoing(655, AT, AGENT_5, NOBODY);
        for (var body : List.of(
                ChatwootPayloads.outgoing(655, AT, "null", NOBODY),
                outgoing.replace("\"content_attributes\":{}", "\"content_attributes\":{\"automation_rule_id\":3}"),
                outgoing.replaceFirst(
                        "\"additional_attributes\":\\{}", "\"additional_attributes\":{\"campaign_id\":1}"))) {
            assertThat(fact(body).author()).isEqualTo(AuthorKind.AUTO_REPLY);
        }
    }

    @Test
    @DisplayName("that an agent got the conversation hands the buyer over at that instant")
    void transferred() {
        assertThat(fact(ChatwootPayloads.assigned(AT, "5", "7"))).satisfies(transfer -> {
            assertThat(transfer.kind()).isEqualTo(ChatFactKind.TRANSFERRED);
            assertThat(transfer.id()).hasToString("desk-transfer-207-7-" + AT.toEpochMilli());
            assertThat(transfer.from()).hasToString("desk-agent-5");
            assertThat(transfer.account()).hasToString("ben");
            assertThat(transfer.occurredAt()).isEqualTo(AT);
        });
        assertThat(fact(ChatwootPayloads.assigned(AT, "null", "5")).from()).isEqualTo(FRONT);
    }

    @Test
    @DisplayName("is dated by the conversation's own instant where the change says none")
    void transferredUndated() {
        var body = ChatwootPayloads.withChanges("[{\"assignee_id\":{\"previous_value\":null,\"current_value\":5}}]");
        assertThat(fact(body).occurredAt()).isEqualTo("2026-03-02T02:00:00.250Z");
    }

    @Test
    @DisplayName("that tells nothing of who asked or answered is passed over, with why")
    void passedOver() {
        assertThat(why(incoming().replace("message_created", "message_updated")))
                .contains("another kind");
        assertThat(why("{\"event\":\"webwidget_triggered\",\"id\":{}}")).contains("another kind");
        assertThat(why("{\"event\":\"conversation_status_changed\"}")).contains("status");
        assertThat(why(incoming().replaceFirst("\"private\":false,\"sender\"", "\"private\":true,\"sender\"")))
                .contains("private");
        assertThat(why(ChatwootPayloads.message(1, "template", AT, "null", "{}")))
                .contains("template");
        assertThat(why(ChatwootPayloads.message(1, "activity", AT, "null", "{}")))
                .contains("activity");
        assertThat(why(ChatwootPayloads.outgoing(1, AT, "{\"id\":1,\"type\":\"robot\"}", NOBODY)))
                .contains("another type");
        assertThat(why(ChatwootPayloads.withChanges(
                        "[{\"status\":{\"previous_value\":\"open\",\"current_value\":\"resolved\"}}]")))
                .contains("something else");
        assertThat(why(ChatwootPayloads.withChanges("null"))).contains("something else");
        assertThat(why(ChatwootPayloads.assigned(AT, "5", "null"))).contains("front");
        assertThat(why(ChatwootPayloads.assigned(AT, "7", "7"))).contains("same account");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "2026-03-02T02:00:00.123Z" | 2026-03-02T02:00:00.123Z
                    "2026-03-02T10:00:00.123456+08:00" | 2026-03-02T02:00:00.123Z
                    "2026-03-02 02:00:00 UTC" | 2026-03-02T02:00:00Z
                    1772416800 | 2026-03-02T02:00:00Z
                    1772416800.25 | 2026-03-02T02:00:00.250Z
                    """)
    @DisplayName("has its instant in any of Chatwoot's ways to write one")
    void instants(String written, Instant at) {
        assertThat(fact(incoming().replace("\"" + AT + "\"", written)).occurredAt())
                .isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "\"\"",
                "\"yesterday\"",
                "0",
                "-1",
                "1e400",
                "253402300800",
                "{}",
                "\"2026-02-30T00:00:00Z\""
            })
    @DisplayName("is refused whose instant is none")
    void noInstants(String written) {
        assertThatThrownBy(() -> read(incoming().replace("\"" + AT + "\"", written)))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("created_at");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "event":"message_created" | "event":7 | event
                    "event":"message_created" | "events":"message_created" | event
                    "id":654,"inbox":{ | "id":"six","inbox":{ | id
                    "id":654,"inbox":{ | "id":1.5,"inbox":{ | id
                    "id":654,"inbox":{ | "id":1234567890123456,"inbox":{ | id
                    "message_type":"incoming" | "message_type":"sideways" | message_type
                    "message_type":"incoming" | "message_type":0 | message_type
                    "private":false,"sender" | "private":"no","sender" | private
                    "content":"Is it in stock?" | "content":["Hi"] | content
                    "conversation":{ | "conversations":{ | conversation
                    "channel":"Channel::WebWidget" | "channel":{} | conversation.channel
                    "meta":{ | "metadata":{ | conversation.meta
                    "id":42,"identifier" | "id":null,"identifier" | conversation.meta.sender.id
                    "identifier":null,"name" | "identifier":4,"name" | conversation.meta.sender.identifier
                    "id":5,"name" | "id":[],"name" | conversation.meta.assignee.id
                    """)
    @DisplayName("that is malformed is refused with the path of the field")
    void malformed(String written, String instead, String path) {
        var body = incoming();
        assertThat(body).contains(written);
        assertThatThrownBy(() -> read(body.replace(written, instead)))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo(path);
    }

    @Test
    @DisplayName("names the entry of a list that is malformed")
    void malformedChanges() {
        for (var broken : Map.of(
                        "{}", "changed_attributes",
                        "[5]", "changed_attributes[0]",
                        "[{\"status\":{}},{\"assignee_id\":5}]", "changed_attributes[1].assignee_id",
                        "[{\"assignee_id\":{\"current_value\":\"x\"}}]",
                                "changed_attributes[0].assignee_id.current_value",
                        "[{\"assignee_id\":{\"current_value\":5,\"previous_value\":{}}}]",
                                "changed_attributes[0].assignee_id.previous_value",
                        "[{\"assignee_id\":{\"current_value\":5}},{\"updated_at\":{\"current_value\":\"x\"}}]",
                                "changed_attributes[1].updated_at.current_value")
                .entrySet()) {
            assertThatThrownBy(() -> read(ChatwootPayloads.withChanges(broken.getKey())))
                    .as(broken.getKey())
                    .isInstanceOf(InvalidInput.class)
                    .extracting("field")
                    .isEqualTo(broken.getValue());
        }
    }

    @Test
    @DisplayName("is refused that is no object of JSON in UTF-8, or nested deep")
    void noJson() {
        for (var body :
                List.of("", "{", "[]", "5", "null", "{} {}", "{\"event\":" + "[".repeat(100) + "]".repeat(100) + "}")) {
            assertThatThrownBy(() -> read(body))
                    .as(body)
                    .isInstanceOf(InvalidInput.class)
                    .extracting("field")
                    .isEqualTo("body");
        }
        assertThatThrownBy(() -> ChatwootEvents.read("desk", SHOP, new byte[] {'"', (byte) 0xff, '"'}))
                .isInstanceOf(InvalidInput.class);
    }
}
