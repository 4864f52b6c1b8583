package io.hourglass.imports;

import static io.hourglass.CleanSlate.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.hourglass.HourglassTest;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.consultations.CasesOfBuyers;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.evidence.Facts;
import io.hourglass.imports.StartImport.Asked;
import io.hourglass.imports.files.Counts;
import io.hourglass.imports.files.ImportFile;
import io.hourglass.imports.files.ImportState;
import io.hourglass.imports.files.Imports;
import io.hourglass.imports.files.NotedLine;
import io.hourglass.imports.files.NotedLine.Kind;
import io.hourglass.imports.files.Parking;
import io.hourglass.imports.lines.MutatedFiles;
import io.hourglass.imports.work.GoThrough;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.steps.Adjudication;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.persons.ErasePerson;
import io.hourglass.rate.books.VerdictEntries;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("A file of facts")
class ImportTest {

    private static final String HEADER = "event,inquiry,buyer,supplier,at,author,category\n";
    private static final int AROUND_STORED = 23;
    private static final PageQuery ALL = new PageQuery(0, 100);

    @Autowired
    private StartImport start;

    @Autowired
    private StopImport stop;

    @Autowired
    private GoThrough files;

    @Autowired
    private Imports imports;

    @Autowired
    private Parking parking;

    @Autowired
    private RejectedLines rejectedLines;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Inquiries inquiries;

    @Autowired
    private Consultations consultations;

    @Autowired
    private CasesOfBuyers cases;

    @Autowired
    private VerdictEntries entries;

    @Autowired
    private Facts facts;

    @Autowired
    private Adjudication adjudication;

    @Autowired
    private ErasePerson erase;

    private ImportFile begun(boolean rehearsed, byte[] bytes) throws IOException {
        return start.start(new Asked("march.csv", rehearsed, "olga"), new ByteArrayInputStream(bytes));
    }

    private ImportFile taken(String... lines) throws IOException {
        return gone(begun(false, bytes(HEADER + String.join("\n", lines))));
    }

    private ImportFile gone(ImportFile file) {
        assertThat(files.next(file.id(), counts -> {}, () -> true)).isTrue();
        return imports.find(file.id()).orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes(text));
        }
        return packed.toByteArray();
    }

    /** Not made smaller, and so long. */
    private static byte[] packed(String text, int length) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed) {
            {
                def.setLevel(Deflater.NO_COMPRESSION);
            }
        }) {
            gzip.write(bytes(text + " ".repeat(length - text.length() - AROUND_STORED)));
        }
        return packed.toByteArray();
    }

    private static String received(String id) {
        return "RECEIVED," + id + ",b-" + id + ",s1," + START + ",,";
    }

    private static String replied(String id) {
        return "REPLIED," + id + ",,," + START.plusSeconds(60) + ",HUMAN,";
    }

    private String stateOf(String id) {
        return adjudication
                .judge(inquiries.find(new InquiryId(id)).orElseThrow())
                .judgement()
                .state()
                .name();
    }

    private List<NotedLine> noted(ImportFile file) {
        return imports.noted(file.id(), null, 0, 1_000);
    }

    private String rejected(ImportFile file) throws IOException {
        var out = new ByteArrayOutputStream();
        rejectedLines.write(file, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private void later() {
        marketplace.pass(Duration.ofHours(1));
    }

    @Test
    @DisplayName("is taken line by line as if each had come alone")
    void taken() throws IOException {
        later();
        var over = taken(received("i1"), replied("i1"), received("i2"), "REJECTED,i2,,," + START.plusSeconds(9) + ",,");
        assertThat(over.state()).isEqualTo(ImportState.DONE);
        assertThat(over.percent()).isEqualTo(100);
        assertThat(over.counts()).isEqualTo(Counts.NONE.withLines(4).withTaken(4));
        assertThat(stateOf("i1")).isEqualTo("TIMELY");
        assertThat(stateOf("i2")).isEqualTo("REJECTED");
    }

    @Test
    @DisplayName("may be packed, and have its fields in another order and under a byte order mark")
    void packed() throws IOException {
        later();
        var over = gone(begun(
                false,
                packed("\uFEFFat,event,inquiry,supplier,buyer,channel\r\n" + START
                        + ",RECEIVED,i1,s1,b1,Mobile App\r\n")));
        assertThat(over.counts()).isEqualTo(Counts.NONE.withLines(1).withTaken(1));
        assertThat(inquiries.find(new InquiryId("i1")).orElseThrow().channel().name())
                .isEqualTo("Mobile App");
    }

    @Test
    @DisplayName("may be lines of JSON, of both tracks")
    void json() throws IOException {
        later();
        var over = gone(begun(
                false,
                bytes(
                        """
                        {"event":"RECEIVED","inquiry":"i1","buyer":"b1","supplier":"s1","at":"%s","text":"How much?"}
                        {"message":"m1","from":"BUYER","buyer":"b1","account":"anna","shop":"s1","at":"%s"}
                        {"message":"m2","from":"ACCOUNT","buyer":"b1","account":"anna","at":"%s","author":"HUMAN"}
                        """
                                .formatted(START, START, START.plusSeconds(5)))));
        assertThat(noted(over)).isEmpty();
        assertThat(over.counts()).isEqualTo(Counts.NONE.withLines(3).withTaken(3));
        assertThat(consultations.count()).isEqualTo(1);
        assertThat(facts.find(new FactId("m2")).orElseThrow().fact().caseId()).isInstanceOf(ConsultationId.class);
    }

    @Test
    @DisplayName("may hold all that happens in chats: hand-overs, blocks, marks, and corrections of them")
    void chats() throws IOException {
        later();
        var over = gone(begun(
                false,
                bytes(
                        """
                        message,kind,from,buyer,account,fromAccount,shop,at,author,about
                        m1,,BUYER,b1,anna,,s1,%1$s,,
                        m2,,BUYER,b2,anna,,s1,%1$s,,
                        m3,,BUYER,b3,anna,,s1,%1$s,,
                        t1,TRANSFERRED,,b1,ben,anna,s1,%2$s,,
                        w1,,ACCOUNT,b1,ben,,,%3$s,HUMAN,
                        w2,,ACCOUNT,b2,anna,,,%3$s,HUMAN,
                        c1,RECLASSIFIED,,,,,,%3$s,AUTO_REPLY,w2
                        k1,MARKED_OWN,,b3,,,s1,%3$s,,
                        k2,MARKED_STAFF,,b2,,,,%3$s,,
                        c2,RETRACTED,,,,,,%3$s,,k2
                        x1,BLOCKED,,b2,anna,,,%3$s,,
                        """
                                .formatted(START, START.plusSeconds(5), START.plusSeconds(9)))));
        assertThat(noted(over)).isEmpty();
        assertThat(over.counts()).isEqualTo(Counts.NONE.withLines(11).withTaken(11));
        marketplace.pass(Duration.ofDays(1));
        assertThat(bookedOfChat("b1", "ben")).isEqualTo("ANSWERED");
        assertThat(bookedOfChat("b1", "anna")).isEqualTo("UNANSWERED");
        assertThat(bookedOfChat("b2", "anna")).isEqualTo("UNANSWERED");
        assertThat(bookedOfChat("b3", "anna")).isEqualTo("EXCLUDED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "m,TRANSFERRED,,b1,anna,,,,; fromAccount",
                "m,TRANSFERRED,BUYER,b1,anna,ben,,,; from is BUYER",
                "m,BLOCKED,,b1,anna,ben,,,; fromAccount is ben",
                "m,MARKED_OWN,,b1,,,,,; shop",
                "m,MARKED_STAFF,,b1,,,s1,,; shop is s1",
                "m,MARKED_STAFF,,b1,anna,,,,; account is anna",
                "m,RETRACTED,,b1,,,,,m0; buyer is b1",
                "m,RETRACTED,,,,,,,; about",
                "m,RETRACTED,,,,,,HUMAN,m0; author is HUMAN",
                "m,RECLASSIFIED,,,,,,,m0; author",
                "m,ASKED,,b1,anna,,s1,,; kind is ASKED",
                "m,,BUYER,b1,anna,,s1,,m0; about is m0"
            })
    @DisplayName("says of a line of chat which field another kind has, or this one lacks")
    void chatFields(String line, String why) throws IOException {
        var over = gone(begun(
                false,
                bytes("message,kind,from,buyer,account,fromAccount,shop,author,about,at\n" + line + "," + START)));
        assertThat(noted(over)).singleElement().satisfies(noted -> assertThat(noted.reason())
                .startsWith(why));
    }

    private String bookedOfChat(String buyer, String account) {
        var id = cases.consultation(new BuyerId(buyer), new AccountId(account), LocalDate.of(2026, 3, 2));
        var history = entries.historyOf(id);
        return history.get(history.size() - 1).state().name();
    }

    @Test
    @DisplayName("that is sent twice changes nothing the second time")
    void twice() throws IOException {
        later();
        taken(received("i1"), replied("i1"));
        var again = taken(received("i1"), replied("i1"));
        assertThat(again.counts()).isEqualTo(Counts.NONE.withLines(2).withRepeated(2));
    }

    @Test
    @DisplayName(
            "loses no line to a bad one, and gives the bad ones back with number and reason, to be corrected and sent again")
    void rejected() throws IOException {
        later();
        var over = taken(
                received("i1"),
                "REPLIED,i1,,,yesterday,HUMAN,",
                "ANSWERED,i1,,," + START + ",HUMAN,",
                "REPLIED,i1,," + START,
                "REPLIED,i1,other,," + START + ",HUMAN,",
                "REPLIED,i1,,," + START.plusSeconds(90_000) + ",HUMAN,",
                "REPLIED,i1,,," + START + ",,",
                replied("i1"));
        assertThat(over.counts())
                .isEqualTo(Counts.NONE.withLines(8).withTaken(2).withRejected(6));
        assertThat(noted(over)).extracting(NotedLine::number).containsExactly(3L, 4L, 5L, 6L, 7L, 8L);
        var file = rejected(over);
        assertThat(file)
                .startsWith(HEADER)
                .containsSubsequence(
                        "#! line 3: at is yesterday",
                        "\nREPLIED,i1,,,yesterday,HUMAN,\n",
                        "#! line 4: event is ANSWERED",
                        "#! line 5: number of fields",
                        "#! line 6: buyer is other",
                        "#! line 7: at is 2026-03-03T03:00:00Z",
                        "#! line 8: author");
        var corrected = file.replace("yesterday", START.plusSeconds(30).toString());
        assertThat(gone(begun(false, bytes(corrected))).counts())
                .isEqualTo(Counts.NONE.withLines(6).withTaken(1).withRejected(5));
    }

    @Test
    @DisplayName("keeps what is no UTF-8 as it came")
    void verbatim() throws IOException {
        var line = "RECEIVED,i\u00ff,b1,s1,2026-03-02T04:00:00Z,,";
        var over = gone(begun(false, (HEADER + line).getBytes(StandardCharsets.ISO_8859_1)));
        var out = new ByteArrayOutputStream();
        rejectedLines.write(over, out);
        assertThat(out.toString(StandardCharsets.ISO_8859_1)).contains("\n" + line + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "inquiry,at\n", "event,inquiry,price\n", "event,event\n", "hello", "\"event", "\n\n"})
    @DisplayName("that says of no format what it is, is refused, and nothing is kept of it")
    void noFormat(String text) {
        assertThatThrownBy(() -> begun(false, bytes(text))).isInstanceOf(InvalidInput.class);
        assertThat(imports.latest(ALL).items()).isEmpty();
    }

    @Test
    @DisplayName("that breaks off while it comes in is as if it had never been")
    void brokenOff() throws IOException {
        var closed = InputStream.nullInputStream();
        closed.close();
        var breaking = new SequenceInputStream(new ByteArrayInputStream(bytes(HEADER + "x".repeat(600_000))), closed);
        assertThatThrownBy(() -> start.start(new Asked("a", false, "olga"), breaking))
                .isInstanceOf(IOException.class);
        assertThat(imports.latest(ALL).items()).isEmpty();
    }

    @Test
    @DisplayName("that is left in the middle goes on where it was, in other hands too: each line is taken once")
    void goesOn() throws IOException {
        later();
        var lines = IntStream.range(0, 450)
                .mapToObj(number -> number % 10 == 7 ? "nonsense" : received("i" + number))
                .toList();
        var file = begun(false, bytes(HEADER + String.join("\n", lines)));
        assertThat(files.next(file.id(), counts -> {}, () -> false)).isTrue();
        var until = imports.find(file.id()).orElseThrow();
        assertThat(until.state()).isEqualTo(ImportState.OPEN);
        assertThat(until.counts().lines()).isEqualTo(200);
        var over = gone(file);
        assertThat(over.counts())
                .isEqualTo(Counts.NONE.withLines(450).withTaken(405).withRejected(45));
        assertThat(inquiries.count()).isEqualTo(405);
        assertThat(noted(over)).hasSize(45).extracting(NotedLine::number).contains(9L, 449L);
    }

    @Test
    @DisplayName(
            "is held by one at a time; who lost it keeps nothing of the part, and who died holds it no longer after a while")
    void held() throws IOException {
        var file = begun(false, bytes(HEADER + received("i1")));
        var now = marketplace.now();
        assertThat(imports.hold(file.id(), "other", now, now.plusSeconds(30))).isPresent();
        assertThat(files.next(file.id(), counts -> {}, () -> true)).isFalse();
        marketplace.pass(Duration.ofSeconds(30));
        assertThat(files.next(file.id(), counts -> {}, () -> true)).isFalse();
        marketplace.pass(Duration.ofMillis(1));
        assertThat(gone(file).counts().taken()).isEqualTo(1);
        assertThat(imports.went(file.id(), "other", now, Counts.NONE, 0)).isFalse();
    }

    @Test
    @DisplayName("that people stop keeps what was taken, and goes no further")
    void stopped() throws IOException {
        var lines = IntStream.range(0, 300)
                .mapToObj(number -> received("i" + number))
                .toList();
        var file = begun(false, bytes(HEADER + String.join("\n", lines)));
        files.next(file.id(), counts -> stop.stop(file.id(), "olga"), () -> true);
        var over = imports.find(file.id()).orElseThrow();
        assertThat(over.state()).isEqualTo(ImportState.STOPPED);
        assertThat(over.why()).isEqualTo("stopped");
        assertThat(inquiries.count()).isEqualTo(200);
        assertThat(files.next(file.id(), counts -> {}, () -> true)).isFalse();
    }

    @Test
    @DisplayName(
            "parks facts whose inquiry is not known; they are recorded in the transaction that records it, and learned of then")
    void parked() throws IOException {
        later();
        var over = taken(replied("i1"), "RETRACTED,i9,,," + START + ",,", replied("i2"), replied("i2"));
        assertThat(over.counts())
                .isEqualTo(
                        Counts.NONE.withLines(4).withWaiting(2).withRepeated(1).withRejected(1));
        assertThat(parking.waiting(ALL).items())
                .extracting(one -> one.inquiry().value(), Parking.Parked::since)
                .containsExactlyInAnyOrder(
                        tuple("i1", START.plusSeconds(3_600)), tuple("i2", START.plusSeconds(3_600)));
        later();
        marketplace.inquiry("i1");
        taken(received("i2"));
        assertThat(parking.waiting(ALL).items()).isEmpty();
        assertThat(stateOf("i2")).isEqualTo("TIMELY");
        var known = facts.of(List.<CaseId>of(new InquiryId("i1"))).get(new InquiryId("i1"));
        assertThat(known).hasSize(2).allSatisfy(fact -> assertThat(fact.recordedAt())
                .isEqualTo(START.plusSeconds(7_200)));
    }

    @Test
    @DisplayName("keeps nothing of a buyer that is erased, neither as a sender nor in facts that wait")
    void erased() throws IOException {
        later();
        var over = start.start(
                new Asked("a", false, "buyer-1"),
                new ByteArrayInputStream(
                        bytes("event,inquiry,buyer,at,author\nREPLIED,i1,buyer-1," + START + ",HUMAN")));
        gone(over);
        marketplace.inquiry("i2");
        erase.erase(Marketplace.BUYER);
        assertThat(parking.waiting(ALL).items()).isEmpty();
        assertThat(imports.find(over.id()).orElseThrow().madeBy()).doesNotContain("buyer-1");
    }

    @Test
    @DisplayName("that is rehearsed says what would come late, wait or be rejected, and keeps nothing")
    void rehearsed() throws IOException {
        marketplace.pass(Duration.ofDays(6));
        marketplace.inquiry("known");
        var now = marketplace.now();
        var over = gone(begun(
                true,
                bytes(HEADER
                        + String.join(
                                "\n",
                                received("old"),
                                replied("old"),
                                "RECEIVED,new,b1,s1," + now + ",,",
                                "REPLIED,new,,," + now + ",HUMAN,",
                                replied("nobodys"),
                                "REPLIED,known,,," + now + ",HUMAN,",
                                "nonsense"))));
        assertThat(over.state()).isEqualTo(ImportState.DONE);
        assertThat(over.counts())
                .isEqualTo(Counts.NONE
                        .withLines(7)
                        .withTaken(5)
                        .withLate(2)
                        .withWaiting(1)
                        .withRejected(1));
        assertThat(noted(over))
                .extracting(NotedLine::number, NotedLine::kind)
                .containsExactly(
                        tuple(2L, Kind.LATE), tuple(3L, Kind.LATE), tuple(6L, Kind.WAITING), tuple(8L, Kind.REJECTED));
        assertThat(inquiries.count()).isEqualTo(1);
        assertThat(parking.waiting(ALL).items()).isEmpty();
    }

    @Test
    @DisplayName("is kept for a while once it is over; its bytes are not")
    void kept() throws IOException {
        var over = taken(received("i1"));
        assertThat(imports.chunk(over.id(), 0)).isEmpty();
        assertThat(imports.forgetBefore(over.madeAt())).isZero();
        assertThat(imports.forgetBefore(over.madeAt().plusMillis(1))).isEqualTo(1);
        assertThat(imports.find(over.id())).isEmpty();
    }

    @Test
    @DisplayName("in any order comes to the same, however it is cut into files")
    void anyOrder() throws IOException {
        later();
        var random = new Random(20);
        var lines = new ArrayList<String>();
        for (var number = 0; number < 60; number++) {
            lines.add(received("i" + number));
            lines.add(replied("i" + number));
            lines.add(replied("i" + number));
        }
        Collections.shuffle(lines, random);
        taken(lines.subList(0, 70).toArray(String[]::new));
        taken(lines.subList(70, lines.size()).toArray(String[]::new));
        assertThat(parking.waiting(ALL).items()).isEmpty();
        assertThat(IntStream.range(0, 60).mapToObj(number -> stateOf("i" + number)))
                .containsOnly("TIMELY");
    }

    @Test
    @DisplayName("packed in several members is taken to the last of them, wherever the first one ends")
    void members() throws IOException {
        later();
        var buffer = 8_192;
        for (var length = buffer - 30; length < buffer + 5; length++) {
            var first = packed(HEADER + received("a" + length) + "\n" + "RECEIVED,b,\",", length);
            assertThat(first).hasSize(length);
            var both = new ByteArrayOutputStream();
            both.write(first);
            both.write(packed("\n" + received("c" + length) + "\n"));
            assertThat(gone(begun(false, both.toByteArray())).counts())
                    .as("%d bytes", length)
                    .isEqualTo(Counts.NONE.withLines(3).withTaken(2).withRejected(1));
        }
    }

    @Test
    @DisplayName("that breaks off where it is packed has failed, and says why")
    void brokenPacked() throws IOException {
        later();
        var whole = packed(HEADER + received("i1") + "\n" + received("i2"));
        var over = gone(begun(false, Arrays.copyOf(whole, whole.length - 9)));
        assertThat(over.state()).isEqualTo(ImportState.FAILED);
        assertThat(over.why()).isEqualTo("what is packed breaks off");
    }

    @Test
    @DisplayName("parks no fact that could not be recorded once its inquiry is known")
    void parkedInVain() throws IOException {
        later();
        var ahead = START.plusSeconds(90_000);
        marketplace.inquiry("known");
        taken("REPLIED,known,,," + START.plusSeconds(30) + ",HUMAN,");
        var known = facts.of(List.<CaseId>of(new InquiryId("known"))).values().stream()
                .flatMap(List::stream)
                .map(Fact::id)
                .filter(id -> !id.value().equals("known"))
                .findFirst()
                .orElseThrow();
        var file = gone(begun(
                false,
                bytes("event,id,inquiry,at,author\n"
                        + String.join(
                                "\n",
                                "REPLIED,r1,i1," + ahead + ",HUMAN",
                                "REPLIED," + known + ",i1," + START + ",HUMAN",
                                "REPLIED,:own,i1," + START + ",HUMAN",
                                "REPLIED,r2,i1," + START + ",HUMAN",
                                "REPLIED,r2,i1," + START + ",AI_ASSISTED",
                                "REPLIED,r2,i1," + START + ",HUMAN",
                                "REPLIED," + "r".repeat(FactId.MAX_LENGTH) + ",i1," + START + ",HUMAN"))));
        assertThat(file.counts())
                .isEqualTo(
                        Counts.NONE.withLines(7).withWaiting(2).withRepeated(1).withRejected(4));
        assertThat(noted(file))
                .extracting(NotedLine::reason)
                .satisfiesExactly(
                        why -> assertThat(why).startsWith("at is"),
                        why -> assertThat(why).contains("known already, with other content"),
                        why -> assertThat(why).startsWith("id is :own"),
                        why -> assertThat(why).contains("known already, with other content"));
    }

    @Test
    @DisplayName("that is hostile is taken to its end: each line became a fact, waits, or has a reason that says which")
    void hostile() throws IOException {
        later();
        var mutated = new MutatedFiles(new Random(20));
        var gone = 0;
        for (var number = 0; number < 60; number++) {
            var bytes = mutated.text();
            try {
                var over = gone(begun(number % 4 == 0, bytes));
                assertThat(over.state()).as(over.why()).isEqualTo(ImportState.DONE);
                var counts = over.counts();
                assertThat(counts.taken() + counts.repeated() + counts.waiting() + counts.rejected())
                        .isEqualTo(counts.lines());
                assertThat(noted(over)).extracting(NotedLine::reason).doesNotContain("it cannot be kept as it is");
                gone++;
            } catch (InvalidInput e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(gone).isGreaterThan(30);
        for (var number = 1; number < 6; number++) {
            taken(received("i" + number));
        }
        assertThat(parking.overtaken(9)).isEmpty();
    }

    @Test
    @DisplayName("rejects instants that no calendar has, before their inquiry is known and after")
    void oddInstants() throws IOException {
        later();
        for (var at : List.of("-4800-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "+999999999-12-31T23:59:59-18:00")) {
            var over = taken("REPLIED,i1,,," + at + ",HUMAN,", "RECEIVED,i2,b1,s1," + at + ",,", received("i3"));
            assertThat(noted(over)).hasSize(2).allSatisfy(line -> assertThat(line.reason())
                    .contains("in the years 1970 to 9999"));
        }
        assertThat(inquiries.count()).isEqualTo(1);
    }
}
