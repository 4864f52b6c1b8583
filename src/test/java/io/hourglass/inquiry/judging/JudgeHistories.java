package io.hourglass.inquiry.judging;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.inquiry.policy.DuplicateRule;
import io.hourglass.inquiry.policy.ReplyPolicy;
import io.hourglass.inquiry.policy.Terms;
import io.hourglass.kernel.AuthorKind;
import io.hourglass.kernel.FactId;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.facts.MailIds;
import io.hourglass.kernel.facts.MessageId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code JudgeHistories IN OUT}: judges each history of the one file, a line of JSON each, and writes the states of its
 * inquiries to the other: as of each instant asked for, and when all books are closed. No engine and no database takes part.
 * A name that ends in {@code .gz} is of a gzipped file, and {@code -} stands for the standard streams. {@code
 * .ci/judge-histories} calls it; the format is told in {@code README.md} beside the histories.
 */
public final class JudgeHistories {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Later than any close of books. */
    private static final Instant IN_THE_END = Instant.parse("9999-01-01T00:00:00Z");

    private final ReplyPolicy policy;
    private final Map<String, List<JsonNode>> facts;
    private final List<List<CaseFile>> pairs;

    private JudgeHistories(JsonNode history) {
        policy = Terms.usual()
                .in(ZoneId.of(history.path("zone").asText()))
                .duplicates(DuplicateRule.valueOf(history.path("duplicates").asText()))
                .agreed();
        facts = elements(history.path("facts"))
                .collect(groupingBy(fact -> fact.path("inquiry").asText()));
        pairs = elements(history.path("facts"))
                .filter(JudgeHistories::isReceipt)
                .collect(groupingBy(fact -> List.of(
                        fact.path("buyer").asText(), fact.path("supplier").asText())))
                .values()
                .stream()
                .map(pair -> pair.stream().map(this::file).toList())
                .toList();
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
        var judged = new JudgeHistories(history);
        var states = new LinkedHashMap<String, String>();
        elements(history.path("asOf"))
                .forEach(asOf -> states.put(asOf.asText(), judged.statesAt(Instant.ofEpochMilli(asOf.asLong()))));
        states.put("final", judged.statesAt(IN_THE_END));
        return object(states);
    }

    private String statesAt(Instant asOf) {
        var states = new TreeMap<InquiryId, String>();
        for (var pair : pairs) {
            var judged = PairSnapshot.of(pair).judged(asOf);
            for (var file : judged.known()) {
                states.put(file.id(), "\"" + judged.judgement(file.id()).state() + "\"");
            }
        }
        return object(states);
    }

    private static String object(Map<?, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\": " + field.getValue())
                .collect(joining(", ", "{", "}"));
    }

    private CaseFile file(JsonNode receipt) {
        var id = receipt.path("inquiry").asText();
        return CaseFile.builder(at(receipt), policy)
                .id(new InquiryId(id))
                .recordedAt(instant(receipt, "rec"))
                .facts(facts.getOrDefault(id, List.of()).stream()
                        .map(JudgeHistories::fact)
                        .toList())
                .build();
    }

    private static Fact fact(JsonNode told) {
        var author = text(told, "author");
        var about = text(told, "about");
        return Fact.builder()
                .id(new FactId(told.path("id").asText()))
                .caseId(new InquiryId(told.path("inquiry").asText()))
                .kind(InquiryFactKind.valueOf(told.path("kind").asText()))
                .author(author == null ? null : AuthorKind.valueOf(author))
                .occurredAt(at(told))
                .recordedAt(instant(told, "rec"))
                .about(about == null ? null : new FactId(about))
                .mail(mail(told))
                .build();
    }

    /** As intake has it: what lies ahead of the clock by which it was recorded becomes that instant. */
    private static Instant at(JsonNode told) {
        var at = instant(told, "at");
        var recorded = instant(told, "rec");
        return at.isAfter(recorded) ? recorded : at;
    }

    private static MailIds mail(JsonNode told) {
        var own = text(told, "mid");
        return new MailIds(
                own == null ? null : MessageId.normal(own).orElse(null),
                isReceipt(told) ? MessageId.answered(header(told, "irt"), header(told, "refs")) : List.of());
    }

    private static List<String> header(JsonNode told, String name) {
        return Stream.ofNullable(text(told, name)).toList();
    }

    private static boolean isReceipt(JsonNode fact) {
        return fact.path("kind").asText().equals(InquiryFactKind.RECEIVED.name());
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
