package io.hourglass.imports;

import static io.hourglass.CleanSlate.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.HourglassTest;
import io.hourglass.chat.ConsultationId;
import io.hourglass.evidence.Facts;
import io.hourglass.imports.StartImport.Asked;
import io.hourglass.imports.files.Counts;
import io.hourglass.imports.files.ImportFile;
import io.hourglass.imports.files.ImportState;
import io.hourglass.imports.files.Imports;
import io.hourglass.imports.files.Manner;
import io.hourglass.imports.history.HistoryAlone;
import io.hourglass.imports.history.HistoryFile;
import io.hourglass.imports.work.GoThrough;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.Notices;
import io.hourglass.inquiry.steps.Adjudication;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.text.Sha256;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.books.Cause;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.numbers.PublishedNumbers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HourglassTest
@DisplayName("A history")
class HistoryTest {

    private static final String HEADER = "event,inquiry,buyer,supplier,at,author,recordedAt\n";

    @Autowired
    private StartImport start;

    @Autowired
    private GoThrough files;

    @Autowired
    private Imports imports;

    @Autowired
    private HistoryAlone alone;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Inquiries inquiries;

    @Autowired
    private Facts facts;

    @Autowired
    private Adjudication adjudication;

    @Autowired
    private VerdictEntries entries;

    @Autowired
    private BookDays days;

    @Autowired
    private PublishedNumbers numbers;

    @Autowired
    private Notices notices;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient jdbc;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private ImportFile begun(String text) throws IOException {
        return start.start(new Asked("past.csv", Manner.HISTORY, "import"), new ByteArrayInputStream(bytes(text)));
    }

    private ImportFile gone(ImportFile file) {
        assertThat(files.next(file.id(), counts -> {}, () -> true)).isTrue();
        return imports.find(file.id()).orElseThrow();
    }

    private ImportFile taken(String... lines) throws IOException {
        return gone(begun(HEADER + String.join("\n", lines)));
    }

    private static Instant ago(Duration duration) {
        return START.minus(duration);
    }

    private static String received(String id, Instant at) {
        return "RECEIVED," + id + ",b-" + id + ",s1," + at + ",,";
    }

    private static String replied(String id, Instant at, Instant learnedAt) {
        return "REPLIED," + id + ",,," + at + ",HUMAN," + learnedAt;
    }

    private String stateOf(String id) {
        return adjudication
                .judge(inquiries.find(new InquiryId(id)).orElseThrow())
                .judgement()
                .state()
                .name();
    }

    private List<Cause.Kind> booked(String id) {
        return entries.historyOf(new InquiryId(id)).stream()
                .map(entry -> entry.cause().kind())
                .toList();
    }

    private long processes(String model) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(model).count();
    }

    @Test
    @DisplayName("keeps when each fact was learned of, and where nothing says so it was at its own instant")
    void learned() throws IOException {
        var at = ago(Duration.ofDays(20));
        var over = taken(received("i1", at), replied("i1", at.plusSeconds(60), at.plusSeconds(7_200)));
        assertThat(over.state()).isEqualTo(ImportState.DONE);
        assertThat(over.counts()).isEqualTo(Counts.NONE.withLines(2).withTaken(2));
        assertThat(facts.of(List.of(new InquiryId("i1"))).get(new InquiryId("i1")))
                .extracting(fact -> fact.recordedAt())
                .containsExactlyInAnyOrder(at, at.plusSeconds(7_200));
        assertThat(marketplace.now()).isEqualTo(START);
    }

    @Test
    @DisplayName(
            "closes the books on the way: what was learned of at the close decides, and a millisecond later does not")
    void closes() throws IOException {
        var at = Instant.parse("2026-02-03T04:00:00Z");
        var close = Instant.parse("2026-02-07T16:00:00Z");
        var over = taken(
                received("i1", at),
                received("i2", at),
                replied("i1", at.plusSeconds(60), close),
                replied("i2", at.plusSeconds(60), close.plusMillis(1)));
        assertThat(over.counts())
                .isEqualTo(Counts.NONE.withLines(4).withTaken(4).withLate(1));
        assertThat(stateOf("i1")).isEqualTo("TIMELY");
        assertThat(stateOf("i2")).isEqualTo("UNANSWERED");
        assertThat(numbers.on(Track.INQUIRY, LocalDate.of(2026, 2, 8)))
                .singleElement()
                .satisfies(number -> {
                    assertThat(number.timely()).isEqualTo(1);
                    assertThat(number.countable()).isEqualTo(2);
                });
        assertThat(days.firstUnsettled(Track.INQUIRY)).contains(LocalDate.of(2026, 2, 26));
    }

    @Test
    @DisplayName("begins a process for what still waits alone, and nobody is told of what is over")
    void waits() throws IOException {
        var due = Duration.ofDays(3);
        taken(
                received("over", ago(due)),
                received("answered", ago(due.minusMillis(2))),
                received("waits", ago(due.minusMillis(1))),
                replied("answered", ago(Duration.ofHours(1)), ago(Duration.ofHours(1))),
                "REJECTED,waits,,," + ago(Duration.ofMillis(5)) + ",,");
        assertThat(processes("inquiry")).isZero();
        assertThat(stateOf("over")).isEqualTo("UNANSWERED");
        assertThat(booked("over")).containsExactly(Cause.Kind.DEADLINE);
        assertThat(booked("answered")).containsExactly(Cause.Kind.FACT);
        assertThat(booked("waits")).containsExactly(Cause.Kind.FACT);
        assertThat(notices.toldSince(Instant.EPOCH, 0, 10)).isEmpty();
    }

    @Test
    @DisplayName("goes on as if it had been here from the first: deadlines fire, and replies are taken")
    void goesOnLive() throws IOException {
        taken(received("silent", ago(Duration.ofHours(71))), received("waits", ago(Duration.ofHours(2))));
        assertThat(processes("inquiry")).isEqualTo(2);
        marketplace.reply(new InquiryId("waits"));
        marketplace.pass(Duration.ofHours(1));
        assertThat(stateOf("waits")).isEqualTo("TIMELY");
        assertThat(notices.toldSince(Instant.EPOCH, 0, 10))
                .singleElement()
                .satisfies(told -> assertThat(told.inquiry().id()).isEqualTo(new InquiryId("silent")));
        marketplace.pass(Duration.ofDays(6));
        assertThat(days.firstUnsettled(Track.INQUIRY)).contains(LocalDate.of(2026, 3, 4));
    }

    @Test
    @DisplayName("may be of chat: days end and close by the way, and the day that is not over goes on")
    void chat() throws IOException {
        var talk =
                """
                {"message":"m1","from":"BUYER","buyer":"b1","account":"anna","shop":"s1","at":"2026-02-20T02:00:00Z"}
                {"message":"m2","from":"BUYER","buyer":"b2","account":"anna","shop":"s1","at":"2026-02-20T02:00:01Z"}
                {"message":"m3","from":"ACCOUNT","buyer":"b1","account":"anna","author":"HUMAN","at":"2026-02-20T03:00:00Z"}
                {"message":"m4","from":"ACCOUNT","buyer":"b2","account":"anna","author":"HUMAN","at":"2026-02-20T15:59:59Z","recordedAt":"2026-02-20T22:00:00.001Z"}
                {"message":"m5","from":"BUYER","buyer":"b3","account":"anna","shop":"s1","at":"2026-03-02T01:00:00Z"}
                """;
        var over = gone(begun(talk));
        assertThat(over.counts())
                .isEqualTo(Counts.NONE.withLines(5).withTaken(5).withLate(1));
        assertThat(numbers.on(ConsultationId.CHAT, LocalDate.of(2026, 2, 21)))
                .isNotEmpty()
                .allSatisfy(number -> {
                    assertThat(number.timely()).isEqualTo(1);
                    assertThat(number.countable()).isEqualTo(2);
                });
        assertThat(processes("chat")).isEqualTo(1);
        assertThat(facts.find(new FactId("m5")).orElseThrow().fact().caseId()).isInstanceOf(ConsultationId.class);
    }

    @Test
    @DisplayName(
            "that is left in the middle goes on where it was: each line is taken once, and the clock is given back")
    void left() throws IOException {
        var lines = IntStream.range(0, 450)
                .mapToObj(number -> received("i" + number, ago(Duration.ofHours(4_500 - 10L * number))))
                .toList();
        var file = begun(HEADER + String.join("\n", lines));
        assertThat(files.next(file.id(), counts -> {}, () -> false)).isTrue();
        assertThat(marketplace.now()).isEqualTo(START);
        assertThat(imports.find(file.id()).orElseThrow().counts().lines()).isEqualTo(200);
        assertThat(gone(file).counts()).isEqualTo(Counts.NONE.withLines(450).withTaken(450));
        assertThat(inquiries.count()).isEqualTo(450);
        assertThat(processes("inquiry")).isEqualTo(7);
    }

    @Test
    @DisplayName("is for the command alone, and until it is through nothing else comes in and no server starts")
    void alone() throws IOException {
        var text = HEADER + received("i1", ago(Duration.ofDays(9)));
        var sha256 = HexFormat.of().formatHex(Sha256.digest().digest(bytes(text)));
        assertThat(alone.begunBefore(sha256)).isEmpty();
        var file = begun(text);
        assertThat(files.next(null, counts -> {}, () -> true)).isFalse();
        assertThatThrownBy(alone::checkNoneIsUnderWay)
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("past.csv");
        assertThatThrownBy(() -> alone.begunBefore("another")).isInstanceOf(InvalidInput.class);
        assertThat(alone.begunBefore(sha256)).map(ImportFile::id).contains(file.id());
        gone(file);
        assertThatCode(alone::checkNoneIsUnderWay).doesNotThrowAnyException();
        assertThatThrownBy(() -> alone.begunBefore("another"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("an empty one");
    }

    @Test
    @DisplayName(
            "has its lines in the order in which they were learned of, and none from the future: else nothing is kept of it")
    void order(@TempDir Path folder) throws IOException {
        var at = ago(Duration.ofDays(9));
        var file = folder.resolve("past.csv");
        Files.writeString(file, HEADER + received("i1", at) + "\nnonsense\n" + received("i2", at));
        HistoryFile.check(file, at);
        assertThatThrownBy(() -> HistoryFile.check(file, at.minusMillis(1)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("line 2");
        Files.writeString(file, HEADER + received("i1", at) + "\n" + received("i2", at.minusMillis(1)));
        assertThatThrownBy(() -> HistoryFile.check(file, START))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("line 3");
    }

    @Test
    @DisplayName("alone says when a fact was learned of: in another file that is no field")
    void elsewhere() {
        assertThatThrownBy(() -> start.start(new Asked("a", false, "olga"), new ByteArrayInputStream(bytes(HEADER))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("import --history");
        assertThat(jdbc.sql("select count(*) from hourglass.import_file")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
