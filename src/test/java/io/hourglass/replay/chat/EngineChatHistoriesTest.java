package io.hourglass.replay.chat;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.Hourglass;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.consultations.CasesOfBuyers;
import io.hourglass.chat.intake.ChatReport;
import io.hourglass.chat.intake.DescribeAccount;
import io.hourglass.chat.intake.RecordChat;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.engine.DueTimers;
import io.hourglass.engine.SettableClock;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.replay.log.ProgramInMemory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Chat histories that come through the real use cases and the engine, each fact at the instant at which it was recorded. Those
 * of one zone share a database. {@code .ci/engine-chat-histories} calls it; the format is told in {@code README.md} beside the
 * histories.
 */
@DisplayName("Chat histories that go through the engine")
@EnabledIfSystemProperty(named = "chat-histories", matches = ".+")
class EngineChatHistoriesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGER_THAN_ANY_BOOKS_ARE_OPEN = Duration.ofDays(3);

    /** @param name before each of its ids */
    private record History(String name, JsonNode told, JsonNode expected) {

        String zone() {
            return told.path("zone").asText();
        }

        Stream<Event> events() {
            return elements(told.path("facts")).map(fact -> new Event(name, fact));
        }
    }

    private record Event(String name, JsonNode fact) {

        Instant recordedAt() {
            return Instant.ofEpochMilli(fact.path("rec").asLong());
        }

        String text(String field) {
            return fact.path(field).asText();
        }

        boolean is(String kind) {
            return text("kind").equals(kind);
        }

        @Nullable
        String id(String field) {
            return fact.hasNonNull(field) ? name + "-" + text(field) : null;
        }

        /** Corrections come after what they are about. */
        int turn() {
            return id("about") == null ? 0 : 1;
        }

        ChatReport report(JsonNode shops) {
            var author = fact.hasNonNull("author") && !text("author").equals("BUYER")
                    ? AuthorKind.valueOf(text("author"))
                    : null;
            var account = id("account");
            var shop = account == null
                    ? id("shop")
                    : name + "-" + shops.path(text("account")).asText();
            var about = id("about");
            var buyer = id("buyer");
            var from = id("from");
            return ChatReport.builder()
                    .id(new FactId(Objects.requireNonNull(id("id"))))
                    .kind(kind())
                    .buyer(buyer == null ? null : new BuyerId(buyer))
                    .account(account == null ? null : new AccountId(account))
                    .from(from == null ? null : new AccountId(from))
                    .shop(shop == null ? null : new SupplierId(shop))
                    .author(author)
                    .channel(Channel.LOG)
                    .occurredAt(Instant.ofEpochMilli(fact.path("at").asLong()))
                    .about(about == null ? null : new FactId(about))
                    .build();
        }

        private ChatFactKind kind() {
            if (is("MESSAGE")) {
                return text("author").equals("BUYER") ? ChatFactKind.ASKED : ChatFactKind.WROTE;
            }
            if (is("MARKED")) {
                return ChatFactKind.valueOf("MARKED_" + text("mark"));
            }
            return is("TRANSFER") ? ChatFactKind.TRANSFERRED : ChatFactKind.valueOf(text("kind"));
        }
    }

    @Test
    @DisplayName("end in the states that the judge alone finds")
    void end() throws IOException {
        var folder = Path.of(System.getProperty("chat-histories"));
        var wrong = new ArrayList<String>();
        for (var some : read(folder, Integer.getInteger("sample", 200)).stream()
                .collect(groupingBy(History::zone))
                .values()) {
            wrong.addAll(run(some));
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> run(List<History> some) {
        var events = some.stream()
                .flatMap(History::events)
                .sorted(comparing(Event::recordedAt)
                        .thenComparing(Event::turn)
                        .thenComparing(event -> event.text("id")))
                .toList();
        var shops = some.stream()
                .collect(Collectors.toMap(History::name, one -> one.told().path("shops")));
        try (var program = ProgramInMemory.start(
                Hourglass.class, "--hourglass.chat.zone=" + some.get(0).zone())) {
            program.getBean(SettableClock.class).set(events.get(0).recordedAt().minusSeconds(1));
            some.forEach(history -> accounts(program, history));
            var timers = program.getBean(DueTimers.class);
            var early = new ArrayList<ChatReport>();
            for (var event : events) {
                timers.advanceUpTo(event.recordedAt());
                var report = event.report(Objects.requireNonNull(shops.get(event.name())));
                if (!isTaken(program, report)) {
                    early.add(report);
                }
                early.removeIf(one -> isTaken(program, one));
            }
            assertThat(early).isEmpty();
            timers.advanceTo(events.get(events.size() - 1).recordedAt().plus(LONGER_THAN_ANY_BOOKS_ARE_OPEN));
            return wrong(program, some);
        }
    }

    /** A correction that comes before what it is about is sent again. */
    private static boolean isTaken(ConfigurableApplicationContext program, ChatReport report) {
        try {
            program.getBean(RecordChat.class).record(report);
            return true;
        } catch (NotFound e) {
            return false;
        }
    }

    private static void accounts(ConfigurableApplicationContext program, History history) {
        history.told().path("shops").properties().forEach(account -> program.getBean(DescribeAccount.class)
                .describe(new DescribeAccount.Description(
                        new AccountId(history.name() + "-" + account.getKey()),
                        new SupplierId(history.name() + "-" + account.getValue().asText()),
                        null)));
    }

    private static List<String> wrong(ConfigurableApplicationContext program, List<History> some) {
        var cases = program.getBean(CasesOfBuyers.class);
        var entries = program.getBean(VerdictEntries.class);
        var engine = program.getBean(RuntimeService.class);
        var wrong = new ArrayList<String>();
        for (var history : some) {
            history.expected().path("final").properties().forEach(one -> {
                var key = one.getKey().split("\\|", -1);
                var id = cases.consultation(
                        new BuyerId(history.name() + "-" + key[1]),
                        new AccountId(history.name() + "-" + key[0]),
                        LocalDate.parse(key[2]));
                var booked = entries.historyOf(id).stream()
                        .map(entry -> entry.state().name())
                        .toList();
                var living = engine.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id.value())
                        .count();
                var expected = one.getValue().asText();
                if (booked.isEmpty() || !booked.get(booked.size() - 1).equals(expected) || living > 0) {
                    wrong.add("%s %s: expected %s, booked %s, %d processes"
                            .formatted(history.name(), one.getKey(), expected, booked, living));
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
