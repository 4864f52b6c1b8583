package io.hourglass.inquiry.judging;

import static io.hourglass.Histories.at;
import static io.hourglass.Histories.elements;
import static io.hourglass.Histories.recordedAt;
import static io.hourglass.Histories.text;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.hourglass.Histories;
import io.hourglass.inquiry.policy.DuplicateRule;
import io.hourglass.inquiry.policy.ReplyPolicy;
import io.hourglass.inquiry.policy.Terms;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.facts.MailIds;
import io.hourglass.kernel.facts.MessageId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code JudgeHistories IN OUT}: judges each history of the one file, a line of JSON each, and writes the states of its
 * inquiries to the other: as of each instant asked for, and when all books are closed. No engine and no database takes part.
 * See {@link Histories}; {@code .ci/judge-histories} calls it.
 */
public final class JudgeHistories implements Histories.Judged {

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
        Histories.judge(args[0], args[1], JudgeHistories::new);
    }

    @Override
    public SortedMap<InquiryId, InquiryState> statesAt(Instant asOf) {
        var states = new TreeMap<InquiryId, InquiryState>();
        for (var pair : pairs) {
            var judged = PairSnapshot.of(pair).judged(asOf);
            judged.known()
                    .forEach(file ->
                            states.put(file.id(), judged.judgement(file.id()).state()));
        }
        return states;
    }

    private CaseFile file(JsonNode receipt) {
        var id = receipt.path("inquiry").asText();
        return CaseFile.builder(at(receipt), policy)
                .id(new InquiryId(id))
                .recordedAt(recordedAt(receipt))
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
                .recordedAt(recordedAt(told))
                .about(about == null ? null : new FactId(about))
                .mail(mail(told))
                .build();
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
}
