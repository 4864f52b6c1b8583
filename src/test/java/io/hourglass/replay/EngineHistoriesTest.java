package io.hourglass.replay;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.Hourglass;
import io.hourglass.engine.DueTimers;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.intake.Answered;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.intake.Submission;
import io.hourglass.inquiry.intake.SubmitInquiry;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Histories that come through the real use cases and the engine, each fact at the instant at which it was recorded. Those
 * of one zone and one rule for duplicates share a database. {@code .ci/engine-histories} calls it; the format is told in
 * {@code README.md} beside the histories.
 */
@DisplayName("Histories that go through the engine")
@EnabledIfSystemProperty(named = "histories", matches = ".+")
class EngineHistoriesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGER_THAN_ANY_BOOKS_ARE_OPEN = Duration.ofDays(40);

    /** @param name before each of its ids */
    private record History(String name, JsonNode told, JsonNode expected) {

        List<String> setting() {
            return List.of(told.path("zone").asText(), told.path("duplicates").asText());
        }

        Stream<Event> events() {
            return elements(told.path("facts")).map(fact -> new Event(name, fact));
        }
    }

    private record Event(String name, JsonNode fact) {

        Instant recordedAt() {
            return Instant.ofEpochMilli(fact.path("rec").asLong());
        }

        /** What lies a little ahead of our clock happened at it. */
        Instant at() {
            var at = Instant.ofEpochMilli(fact.path("at").asLong());
            return at.isAfter(recordedAt()) ? recordedAt() : at;
        }

        boolean is(InquiryFactKind kind) {
            return text("kind").equals(kind.name());
        }

        /** A receipt goes before all else of that instant, and corrections come after it. */
        int turn() {
            return is(InquiryFactKind.RECEIVED) ? 0 : given("about") == null ? 1 : 2;
        }

        String text(String field) {
            return fact.path(field).asText();
        }

        @Nullable
        String given(String field) {
            return fact.hasNonNull(field) ? text(field) : null;
        }

        String id(String field) {
            return name + "-" + text(field);
        }
    }

    @Test
    @DisplayName("end in the states that the judge alone finds")
    void end() throws IOException {
        var folder = Path.of(System.getProperty("histories"));
        var sample = Integer.getInteger("sample", 200);
        var wrong = new ArrayList<String>();
        for (var some : read(folder, sample).stream()
                .collect(groupingBy(History::setting))
                .values()) {
            wrong.addAll(run(some));
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> run(List<History> some) {
        var events = some.stream()
                .flatMap(History::events)
                .sorted(comparing(Event::recordedAt).thenComparing(Event::turn).thenComparing(event -> event.id("id")))
                .toList();
        try (var program = start(some.get(0).setting(), events.get(0).recordedAt())) {
            var timers = program.getBean(DueTimers.class);
            for (var event : events) {
                timers.advanceUpTo(event.recordedAt());
                take(program, event, events);
            }
            timers.advanceTo(events.get(events.size() - 1).recordedAt().plus(LONGER_THAN_ANY_BOOKS_ARE_OPEN));
            return wrong(program, some);
        }
    }

    private static ConfigurableApplicationContext start(List<String> setting, Instant at) {
        var program = new SpringApplicationBuilder(Hourglass.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(
                        "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--hourglass.demo=false",
                        "--logging.level.root=warn",
                        "--hourglass.policy.zone=" + setting.get(0),
                        "--hourglass.policy.duplicates=" + setting.get(1));
        program.getBean(SettableClock.class).set(at.minusSeconds(1));
        return program;
    }

    private static void take(ConfigurableApplicationContext program, Event event, List<Event> all) {
        if (event.is(InquiryFactKind.RECEIVED)) {
            program.getBean(SubmitInquiry.class).submit(submission(event, all));
        } else if (!event.is(InquiryFactKind.SYSTEM_SPAM)) {
            program.getBean(RecordFact.class).record(report(event));
        }
    }

    private static Submission submission(Event event, List<Event> all) {
        var spam = all.stream()
                .anyMatch(other -> other.is(InquiryFactKind.SYSTEM_SPAM)
                        && other.id("inquiry").equals(event.id("id")));
        return Submission.builder()
                .id(new InquiryId(event.id("inquiry")))
                .buyer(new BuyerId(event.id("buyer")))
                .supplier(new SupplierId(event.id("supplier")))
                .channel(Channel.MAIL)
                .receivedAt(event.at())
                .messageId(event.given("mid"))
                .answers(new Answered(
                        Stream.ofNullable(event.given("irt")).toList(),
                        Stream.ofNullable(event.given("refs")).toList()))
                .spamReason(spam ? "spam" : null)
                .build();
    }

    private static FactReport report(Event event) {
        var author = event.given("author");
        return FactReport.builder()
                .id(new FactId(event.id("id")))
                .inquiry(new InquiryId(event.id("inquiry")))
                .kind(InquiryFactKind.valueOf(event.text("kind")))
                .author(author == null ? null : AuthorKind.valueOf(author))
                .channel(Channel.MAIL)
                .occurredAt(event.at())
                .messageId(event.given("mid"))
                .about(event.given("about") == null ? null : new FactId(event.id("about")))
                .build();
    }

    private static List<String> wrong(ConfigurableApplicationContext program, List<History> some) {
        var files = program.getBean(InquiryFiles.class);
        var engine = program.getBean(RuntimeService.class);
        var wrong = new ArrayList<String>();
        for (var history : some) {
            history.expected().path("final").properties().forEach(inquiry -> {
                var id = history.name() + "-" + inquiry.getKey();
                var file = files.open(new InquiryId(id));
                var state = file.judgement().state().name();
                var entries = file.history();
                var booked = entries.isEmpty()
                        ? "nothing"
                        : entries.get(entries.size() - 1).state().name();
                var living = engine.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id)
                        .count();
                var expected = inquiry.getValue().asText();
                if (!state.equals(expected) || !booked.equals(expected) || living > 0) {
                    wrong.add("%s: expected %s, judged %s, booked %s, %d processes"
                            .formatted(id, expected, state, booked, living));
                }
            });
        }
        return wrong;
    }

    private static List<History> read(Path folder, int sample) throws IOException {
        var histories = new ArrayList<History>();
        try (var told = lines(folder.resolve("histories.jsonl.gz"));
                var expected = lines(folder.resolve("expected.jsonl.gz"))) {
            for (var number = 0; number < sample; number++) {
                var line = told.readLine();
                if (line == null) {
                    break;
                }
                histories.add(new History("h" + number, JSON.readTree(line), JSON.readTree(expected.readLine())));
            }
        }
        return histories;
    }

    private static BufferedReader lines(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
