package io.hourglass.chat.judging;

import static io.hourglass.Histories.at;
import static io.hourglass.Histories.elements;
import static io.hourglass.Histories.recordedAt;
import static io.hourglass.Histories.text;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.hourglass.Histories;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.policy.ChatCalendar;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.FactId;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code JudgeChatHistories IN OUT}: judges each chat history of the one file, a line of JSON each, and writes the states of its
 * consultations to the other: as of each instant asked for, and when all books are closed. No engine and no database takes part.
 * See {@link Histories}; {@code .ci/judge-chat-histories} calls it.
 */
public final class JudgeChatHistories implements Histories.Judged {

    /** Which consultation it is, as the answer names it. */
    private record Key(String account, String buyer, LocalDate day) {

        @Override
        public String toString() {
            return account + "|" + buyer + "|" + day;
        }
    }

    private final ChatCalendar calendar;
    private final JsonNode shops;
    private final Map<String, JsonNode> told = new HashMap<>();
    private final Map<Key, List<JsonNode>> byKey;
    private final Map<String, List<JsonNode>> marks;

    private JudgeChatHistories(JsonNode history) {
        calendar = Talk.calendar(ZoneId.of(history.path("zone").asText()));
        shops = history.path("shops");
        elements(history.path("facts")).forEach(fact -> told.put(fact.path("id").asText(), fact));
        byKey = elements(history.path("facts"))
                .filter(fact -> root(fact).has("account"))
                .collect(groupingBy(fact -> key(root(fact))));
        marks = elements(history.path("facts"))
                .filter(fact -> isMark(root(fact)))
                .collect(groupingBy(fact -> root(fact).path("buyer").asText()));
    }

    public static void main(String... args) throws IOException {
        Histories.judge(args[0], args[1], JudgeChatHistories::new);
    }

    @Override
    public SortedMap<String, ChatState> statesAt(Instant asOf) {
        var states = new TreeMap<String, ChatState>();
        byKey.keySet().forEach(key -> ChatJudge.judge(consultation(key), asOf)
                .map(ChatJudgement::state)
                .filter(ChatState::isOne)
                .ifPresent(state -> states.put(key.toString(), state)));
        return states;
    }

    private Consultation consultation(Key key) {
        var shop = shops.path(key.account());
        var marksThatConcern = marks.getOrDefault(key.buyer(), List.of()).stream()
                .filter(fact -> !root(fact).path("mark").asText().equals("OWN")
                        || root(fact).path("shop").equals(shop))
                .map(JudgeChatHistories::fact)
                .toList();
        return new Consultation(
                ID,
                calendar.day(key.day()),
                byKey.getOrDefault(key, List.of()).stream()
                        .map(JudgeChatHistories::fact)
                        .toList(),
                marksThatConcern,
                shops.has(key.buyer()) && shops.path(key.buyer()).equals(shop));
    }

    private static final ConsultationId ID = new ConsultationId("one");

    private Key key(JsonNode fact) {
        return new Key(fact.path("account").asText(), fact.path("buyer").asText(), calendar.dayOf(at(fact)));
    }

    private static boolean isMark(JsonNode fact) {
        return fact.path("kind").asText().equals("MARKED");
    }

    /** What a correction is about in the end; any other fact is itself. */
    private JsonNode root(JsonNode fact) {
        var about = text(fact, "about");
        return about == null ? fact : root(Objects.requireNonNull(told.get(about), about));
    }

    private static Fact fact(JsonNode told) {
        var author = text(told, "author");
        var about = text(told, "about");
        return Fact.builder()
                .id(new FactId(told.path("id").asText()))
                .caseId(ID)
                .kind(kind(told))
                .author(author == null || author.equals("BUYER") ? null : AuthorKind.valueOf(author))
                .occurredAt(at(told))
                .recordedAt(recordedAt(told))
                .about(about == null ? null : new FactId(about))
                .build();
    }

    private static ChatFactKind kind(JsonNode told) {
        return switch (told.path("kind").asText()) {
            case "MESSAGE" -> told.path("author").asText().equals("BUYER") ? ChatFactKind.ASKED : ChatFactKind.WROTE;
            case "TRANSFER" -> ChatFactKind.TRANSFERRED;
            case "MARKED" -> ChatFactKind.valueOf("MARKED_" + told.path("mark").asText());
            default -> ChatFactKind.valueOf(told.path("kind").asText());
        };
    }
}
