package io.hourglass.chat.judging;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.policy.ChatCalendar;
import io.hourglass.kernel.AuthorKind;
import io.hourglass.kernel.FactId;
import io.hourglass.kernel.facts.Fact;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code JudgeChatHistories IN OUT}: judges each chat history of the one file, a line of JSON each, and writes the states of its
 * consultations to the other: as of each instant asked for, and when all books are closed. No engine and no database takes part.
 * A name that ends in {@code .gz} is of a gzipped file, and {@code -} stands for the standard streams. {@code
 * .ci/judge-chat-histories} calls it; the format is told in {@code README.md} beside the histories.
 */
public final class JudgeChatHistories {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Later than any close of books. */
    private static final Instant IN_THE_END = Instant.parse("9999-01-01T00:00:00Z");

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
        try (var in = reader(args[0]);
                var out = writer(args[1])) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                out.write(statesOf(JSON.readTree(line)) + "\n");
            }
        }
    }

    /** The line that belongs to a history. */
    private static String statesOf(JsonNode history) {
        var judged = new JudgeChatHistories(history);
        var states = new LinkedHashMap<String, String>();
        elements(history.path("asOf"))
                .forEach(asOf -> states.put(asOf.asText(), judged.statesAt(Instant.ofEpochMilli(asOf.asLong()))));
        states.put("final", judged.statesAt(IN_THE_END));
        return object(states);
    }

    private String statesAt(Instant asOf) {
        var states = new TreeMap<String, String>();
        byKey.keySet().forEach(key -> ChatJudge.judge(consultation(key), asOf)
                .filter(judgement -> judgement.state().isOne())
                .ifPresent(judgement -> states.put(key.toString(), "\"" + judgement.state() + "\"")));
        return object(states);
    }

    private static String object(Map<?, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\": " + field.getValue())
                .collect(joining(", ", "{", "}"));
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
                .recordedAt(instant(told, "rec"))
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

    /** As intake has it: what lies ahead of the clock by which it was recorded becomes that instant. */
    private static Instant at(JsonNode told) {
        var at = instant(told, "at");
        var recorded = instant(told, "rec");
        return at.isAfter(recorded) ? recorded : at;
    }

    private static Instant instant(JsonNode fact, String name) {
        return Instant.ofEpochMilli(fact.path(name).asLong());
    }

    private static @Nullable String text(JsonNode fact, String name) {
        return fact.hasNonNull(name) ? fact.path(name).asText() : null;
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static BufferedReader reader(String name) throws IOException {
        var bytes = name.equals("-") ? System.in : Files.newInputStream(Path.of(name));
        var plain = name.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }

    private static Writer writer(String name) throws IOException {
        var bytes = name.equals("-") ? System.out : Files.newOutputStream(Path.of(name));
        var packed = name.endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes;
        return new OutputStreamWriter(packed, StandardCharsets.UTF_8);
    }
}
