package io.hourglass.replay;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.HourglassTest;
import io.hourglass.engine.SettableClock;
import io.hourglass.evidence.Facts;
import io.hourglass.imports.StartImport;
import io.hourglass.imports.StartImport.Asked;
import io.hourglass.imports.files.Imports;
import io.hourglass.imports.files.Manner;
import io.hourglass.imports.work.GoThrough;
import io.hourglass.inquiry.judging.CaseFile;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.judging.PairSnapshot;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.books.BookDay;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.numbers.PublishedNumbers;
import io.hourglass.sla.days.NaturalDay;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The same seeded log through the engine and through the pure judge alone. Each subclass sets a policy. */
abstract class ReplayAgainstTheJudgeTest {

    private static final Instant FAR_FUTURE = Instant.parse("2030-01-01T00:00:00Z");

    @Autowired
    private Replay replay;

    @Autowired
    private VerdictEntries entries;

    @Autowired
    private BookDays days;

    @Autowired
    private PublishedNumbers numbers;

    @Autowired
    private Policies policies;

    @Autowired
    private StartImport start;

    @Autowired
    private GoThrough files;

    @Autowired
    private Imports imports;

    @Autowired
    private Facts facts;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private SettableClock clock;

    @Test
    @DisplayName("the engine and the pure judge alone give the same verdicts, and the numbers equal a recount")
    void engineAndJudgeAgree() {
        var log = SeededLog.around(LocalDate.of(2026, 3, 8), policies.zone());
        run(log);

        var judged = judgeAlone(log);
        assertThat(booked()).isEqualTo(judged);
        assertThat(judged.values())
                .contains(
                        InquiryState.TIMELY,
                        InquiryState.LATE,
                        InquiryState.UNANSWERED,
                        InquiryState.REJECTED,
                        InquiryState.SPAM,
                        InquiryState.DUPLICATE);
        assertThat(published()).isEqualTo(recount(log, judged));
    }

    @Test
    @DisplayName("lines shuffled within each day, and each there twice, give the same books")
    void disorderChangesNothing() {
        var log = new ArrayList<>(SeededLog.around(LocalDate.of(2026, 3, 8), policies.zone()));
        var judged = judgeAlone(log);
        log.addAll(List.copyOf(log));
        Collections.shuffle(log, new Random(7));
        run(log);

        assertThat(booked()).isEqualTo(judged);
    }

    @Test
    @DisplayName(
            "as a history of the past, taken in parts, the log gives the same books and numbers, and leaves no process behind")
    void historyIsAReplay() throws IOException {
        var log = SeededLog.around(LocalDate.of(2026, 3, 8), policies.zone()).stream()
                .sorted(LogEvent.BY_TIME)
                .toList();
        clock.set(NaturalDay.start(
                NaturalDay.of(log.get(log.size() - 1).at(), policies.zone()).plusDays(40), policies.zone()));
        var lines = log.stream().map(ReplayAgainstTheJudgeTest::line).collect(joining("\n"));
        var bytes = ("event,inquiry,buyer,supplier,at,author,spamReason\n" + lines).getBytes(StandardCharsets.UTF_8);
        var file = start.start(new Asked("past.csv", Manner.HISTORY, "import"), new ByteArrayInputStream(bytes));
        assertThat(files.next(file.id(), counts -> {}, () -> true)).isTrue();

        assertThat(imports.find(file.id()).orElseThrow().counts().rejected()).isZero();
        var judged = judgeAlone(log);
        assertThat(booked()).isEqualTo(judged);
        assertThat(published()).isEqualTo(recount(log, judged));
        assertThat(facts.of(List.copyOf(judged.keySet())).values()).allSatisfy(some -> assertThat(some)
                .allSatisfy(fact -> assertThat(fact.recordedAt()).isEqualTo(fact.occurredAt())));
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKeyIn("inquiry", "referral")
                        .count())
                .isZero();
    }

    private static String line(LogEvent event) {
        return Stream.of(
                        event.kind(),
                        event.inquiry(),
                        event.buyer(),
                        event.supplier(),
                        event.at(),
                        event.author(),
                        event.spamReason())
                .map(field -> Objects.toString(field, ""))
                .collect(joining(","));
    }

    private void run(List<LogEvent> log) {
        var run = replay.start(bad -> {
            throw new AssertionError(bad.reason());
        });
        var byDay = new TreeMap<LocalDate, List<LogEvent>>(
                log.stream().collect(groupingBy(event -> NaturalDay.of(event.at(), policies.zone()))));
        byDay.values()
                .forEach(day -> run.day(day.stream().sorted(LogEvent.BY_TIME).toList(), () -> {}));
        run.finish();
        run.passTo(NaturalDay.start(byDay.lastKey().plusDays(40), policies.zone()));
    }

    private Map<InquiryId, InquiryState> booked() {
        return bookDays().stream()
                .flatMap(day -> entries.latestOn(TrackDay.ofInquiries(day.day())).values().stream())
                .collect(toMap(entry -> InquiryId.of(entry.id()), entry -> InquiryState.of(entry.state())));
    }

    private Map<InquiryId, InquiryState> judgeAlone(Collection<LogEvent> log) {
        var facts = log.stream()
                .filter(event -> event.kind() != InquiryFactKind.RECEIVED)
                .map(event -> Fact.builder()
                        .id(new FactId(event.kind() + "-" + event.line()))
                        .caseId(event.inquiry())
                        .kind(event.kind())
                        .author(event.author())
                        .occurredAt(event.at())
                        .recordedAt(event.at())
                        .build())
                .collect(groupingBy(Fact::caseId));
        var pairs = log.stream()
                .filter(event -> event.kind() == InquiryFactKind.RECEIVED)
                .collect(groupingBy(event -> event.buyer() + " " + event.supplier()));
        return pairs.values().stream()
                .map(pair -> pair.stream().map(event -> file(event, facts)).toList())
                .map(pair -> PairSnapshot.of(pair).judged(FAR_FUTURE))
                .flatMap(pair -> pair.known().stream().map(file -> pair.judgement(file.id())))
                .collect(toMap(judgement -> judgement.inquiry(), judgement -> judgement.state()));
    }

    private CaseFile file(LogEvent received, Map<CaseId, List<Fact>> facts) {
        return CaseFile.builder(received.at(), policies.inForceAt(received.at()))
                .id(received.inquiry())
                .recordedAt(received.at())
                .facts(facts.getOrDefault(received.inquiry(), List.of()))
                .build();
    }

    private List<String> published() {
        return bookDays().stream()
                .flatMap(day -> numbers.on(Track.INQUIRY, day.day().plusDays(5)).stream())
                .map(number -> number.publishedOn() + " " + number.subject() + " " + number.timely() + "/"
                        + number.countable())
                .sorted()
                .toList();
    }

    private List<String> recount(List<LogEvent> log, Map<InquiryId, InquiryState> judged) {
        var received = log.stream()
                .filter(event -> event.kind() == InquiryFactKind.RECEIVED)
                .toList();
        var rows = new ArrayList<String>();
        for (var day : bookDays()) {
            var window = received.stream()
                    .filter(event -> within(NaturalDay.of(event.at(), policies.zone()), day.day()))
                    .collect(groupingBy(LogEvent::supplier));
            window.forEach((supplier, events) -> {
                var states = events.stream()
                        .map(event -> judged.get(event.inquiry()))
                        .toList();
                var timely = Collections.frequency(states, InquiryState.TIMELY);
                var countable = timely
                        + Collections.frequency(states, InquiryState.LATE)
                        + Collections.frequency(states, InquiryState.UNANSWERED);
                if (countable > 0) {
                    rows.add(day.day().plusDays(5) + " " + supplier + " " + timely + "/" + countable);
                }
            });
        }
        return rows.stream().sorted().toList();
    }

    private static boolean within(LocalDate received, LocalDate lastOfWindow) {
        return !received.isAfter(lastOfWindow) && received.isAfter(lastOfWindow.minusDays(30));
    }

    private List<BookDay> bookDays() {
        return days.latest(Track.INQUIRY, 1000).stream()
                .filter(BookDay::settled)
                .toList();
    }

    @HourglassTest
    @DisplayName("Asia/Shanghai, duplicates by natural day")
    static class Shanghai extends ReplayAgainstTheJudgeTest {}

    @HourglassTest
    @DisplayName("America/New_York over a change of clocks, duplicates by rolling 24 hours")
    @TestPropertySource(
            properties = {"hourglass.policy.zone=America/New_York", "hourglass.policy.duplicates=ROLLING_24H"})
    static class NewYork extends ReplayAgainstTheJudgeTest {}
}
