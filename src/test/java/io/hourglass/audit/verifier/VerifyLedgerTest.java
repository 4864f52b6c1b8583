package io.hourglass.audit.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hourglass.CleanSlate;
import io.hourglass.HourglassTest;
import io.hourglass.audit.LedgerExport;
import io.hourglass.audit.Proofs;
import io.hourglass.audit.seals.MerkleTree;
import io.hourglass.audit.seals.Seals;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.tracks.TrackDay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("Of an exported ledger, the verifier")
class VerifyLedgerTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final List<String> replies = new ArrayList<>();

    @TempDir
    private Path dir;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Seals seals;

    @Autowired
    private LedgerExport export;

    @Autowired
    private Proofs proofs;

    @BeforeEach
    void threeDays() {
        for (var number = 1; number <= 3; number++) {
            var inquiry = marketplace.inquiry(
                    "i-" + number, new BuyerId("b-" + number), Marketplace.SUPPLIER, marketplace.now(), null);
            replies.add(marketplace.reply(inquiry).fact().fact().id().value());
        }
        marketplace.pass(Duration.ofDays(8));
    }

    @Test
    @DisplayName("says that it is whole, gzipped or not, and that it ends with the root given")
    void whole() throws IOException {
        var file = write(exported());
        var zipped = dir.resolve("ledger.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            Files.copy(file, out);
        }
        var root = seals.last(Track.INQUIRY).orElseThrow().root();

        assertThat(VerifyLedgerCommand.run(file.toString(), "--root", root)).isZero();
        assertThat(VerifyLedgerCommand.run(zipped.toString())).isZero();
        assertThat(VerifyLedgerCommand.run(file.toString(), "--root", "0".repeat(64)))
                .isEqualTo(VerifyLedgerCommand.NOT_AS_SEALED);
    }

    @Test
    @DisplayName("names an entry that was changed")
    void changed() throws IOException {
        var at = indexOf("FACT", replies.get(1));
        assertThat(findingsAfter(lines -> lines.set(at, lines.get(at).replace("HUMAN", "AI_ASSISTED"))))
                .singleElement()
                .satisfies(finding -> assertNamed(finding, Finding.Kind.CHANGED, at, "FACT " + replies.get(1)));
    }

    @Test
    @DisplayName("names an entry that is no JSON any more")
    void garbled() throws IOException {
        var at = indexOf("FACT", replies.get(1));
        assertThat(findingsAfter(lines -> lines.set(at, "\u0000")))
                .singleElement()
                .satisfies(finding -> assertNamed(finding, Finding.Kind.CHANGED, at, "that is no JSON"));
    }

    @Test
    @DisplayName("names the place of an entry that was removed, in the middle or at the end")
    void removed() throws IOException {
        var at = indexOf("FACT", replies.get(1));
        assertThat(findingsAfter(lines -> lines.remove(at)))
                .singleElement()
                .satisfies(finding -> assertNamed(finding, Finding.Kind.REMOVED, at, "before INQUIRY i-3"));
        var last = exported().size() - 1;
        assertThat(findingsAfter(lines -> lines.remove(last))).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.REMOVED);
            assertThat(finding.entry()).isEqualTo("at the end");
        });
    }

    @Test
    @DisplayName("names an entry that was added, be it the copy of another")
    void added() throws IOException {
        var at = indexOf("FACT", replies.get(1));
        assertThat(findingsAfter(lines -> lines.add(at, "{\"entry\":\"FACT\",\"fact\":\"made-up\"}")))
                .singleElement()
                .satisfies(finding -> assertNamed(finding, Finding.Kind.ADDED, at, "FACT made-up"));
        assertThat(findingsAfter(lines -> lines.add(at, lines.get(at - 1))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Finding.Kind.ADDED));
    }

    @Test
    @DisplayName("names an entry that was moved")
    void moved() throws IOException {
        var at = indexOf("FACT", replies.get(0));
        assertThat(findingsAfter(lines -> lines.add(at + 3, lines.remove(at))))
                .singleElement()
                .satisfies(finding -> assertNamed(finding, Finding.Kind.MOVED, at + 3, "FACT " + replies.get(0)));
    }

    @Test
    @DisplayName("names each of several entries")
    void several() throws IOException {
        var first = indexOf("FACT", replies.get(0));
        var third = indexOf("FACT", replies.get(2));
        assertThat(findingsAfter(lines -> {
                    lines.set(third, lines.get(third).replace("HUMAN", "SYSTEM"));
                    lines.remove(first);
                }))
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.REMOVED, Finding.Kind.CHANGED);
    }

    @Test
    @DisplayName("finds that an entry and its mark were changed together")
    void withItsMark() throws IOException {
        var at = indexOf("FACT", replies.get(1));
        assertThat(findingsAfter(lines -> {
                    var forged = lines.get(at).replace("HUMAN", "SYSTEM");
                    var tree = new MerkleTree();
                    lines.set(at, forged);
                    dayOf(lines, 0).forEach(line -> tree.add(line.getBytes(StandardCharsets.UTF_8)));
                    lines.set(
                            0,
                            lines.get(0)
                                    .replaceAll(
                                            "\"marks\":\"[^\"]*\"",
                                            "\"marks\":\"" + Base64.getEncoder().encodeToString(tree.marks()) + "\""));
                }))
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Finding.Kind.ROOT));
    }

    @Test
    @DisplayName("finds by the next day that a day was forged down to its root")
    void forgedDay() throws IOException {
        var at = indexOf("FACT", replies.get(1));
        assertThat(findingsAfter(lines -> {
                    lines.set(at, lines.get(at).replace("HUMAN", "SYSTEM"));
                    var tree = new MerkleTree();
                    dayOf(lines, 0).forEach(line -> tree.add(line.getBytes(StandardCharsets.UTF_8)));
                    lines.set(
                            0,
                            lines.get(0)
                                    .replaceAll(
                                            "\"marks\":\"[^\"]*\"",
                                            "\"marks\":\"" + Base64.getEncoder().encodeToString(tree.marks()) + "\"")
                                    .replaceAll("\"root\":\"[^\"]*\"", "\"root\":\"" + tree.root() + "\""));
                }))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Finding.Kind.CHAIN);
                    assertThat(finding.day()).isEqualTo(MONDAY.plusDays(1));
                });
    }

    @Test
    @DisplayName("finds whatever is changed in the line about a seal")
    void lineAboutTheSeal() throws IOException {
        var json = new ObjectMapper();
        var at = seals.find(TrackDay.ofInquiries(MONDAY)).orElseThrow().entries() + 1;
        var line = exported().get(at);
        var others = Map.of(
                "seal", "2027-01-01", "root", "0".repeat(64), "former", "0".repeat(64), "entries", 1, "marks", "");

        assertThat(json.readTree(line).fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(others.keySet());
        for (var other : others.entrySet()) {
            var forged = (ObjectNode) json.readTree(line);
            forged.putPOJO(other.getKey(), other.getValue());
            assertThat(findingsAfter(lines -> lines.set(at, forged.toString())))
                    .as(other.getKey())
                    .isNotEmpty();
        }
    }

    @Test
    @DisplayName("finds that a day is missing")
    void missingDay() throws IOException {
        var second = seals.find(TrackDay.ofInquiries(MONDAY)).orElseThrow().entries() + 1;
        var third = second
                + seals.find(TrackDay.ofInquiries(MONDAY.plusDays(1)))
                        .orElseThrow()
                        .entries()
                + 1;
        assertThat(findingsAfter(lines -> lines.subList(second, third).clear()))
                .extracting(Finding::kind)
                .containsOnly(Finding.Kind.CHAIN);
    }

    @Test
    @DisplayName("says with --json what it found, and cannot read what is no ledger")
    void result() throws IOException {
        var at = indexOf("FACT", replies.get(1));
        var lines = exported();
        lines.set(at, "{}");
        var json = dir.resolve("result.json");
        assertThat(VerifyLedgerCommand.run(write(lines).toString(), "--json", json.toString()))
                .isEqualTo(VerifyLedgerCommand.NOT_AS_SEALED);
        var result = new ObjectMapper().readTree(json.toFile());
        assertThat(result.path("whole").asBoolean(true)).isFalse();
        assertThat(result.path("findings").get(0).path("kind").asText()).isEqualTo("CHANGED");

        assertThat(VerifyLedgerCommand.run(write(List.of("hello")).toString())).isEqualTo(VerifyLedgerCommand.FAILED);
        assertThat(VerifyLedgerCommand.run(dir.resolve("nowhere").toString())).isEqualTo(VerifyLedgerCommand.FAILED);
        assertThat(VerifyLedgerCommand.run()).isEqualTo(VerifyLedgerCommand.USAGE);
    }

    @Test
    @DisplayName("checks the proof for an inquiry, of a few kilobytes, gzipped or not, by the root that was published")
    void proof() throws IOException {
        var json = proofOf("i-2");
        var root = seals.find(TrackDay.ofInquiries(MONDAY)).orElseThrow().root();
        var zipped = dir.resolve("proof.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(json.length()).isLessThan(5_000);
        assertThat(VerifyLedgerCommand.run(zipped.toString())).isZero();
        assertThat(verify(json, "--root", root)).isZero();
        assertThat(verify(json, "--root", "0".repeat(64))).isEqualTo(VerifyLedgerCommand.NOT_AS_SEALED);
        assertThat(verify(json.replace("HUMAN", "SYSTEM"))).isEqualTo(VerifyLedgerCommand.NOT_AS_SEALED);
        assertThat(verify(json.replace("\"proof\":\"i-2\"", "\"proof\":\"i-1\"")))
                .isEqualTo(VerifyLedgerCommand.NOT_AS_SEALED);
    }

    @Test
    @DisplayName("refuses a proof without the seal's own entry first, without the inquiry's, or with one of them twice")
    void incompleteProof() throws IOException {
        for (var kept :
                List.of(List.of(0, 0), List.of(0), List.of(1, 2), List.of(0, 2), List.of(1, 0, 2), List.of(0, 1, 1))) {
            assertThat(verify(withLeaves(proofOf("i-2"), kept)))
                    .as("%s", kept)
                    .isEqualTo(VerifyLedgerCommand.NOT_AS_SEALED);
        }
        assertThat(verify(withLeaves(proofOf("i-2"), List.of(0, 1, 2, 3)))).isZero();
        assertThat(verify("{\"proof\":\"i-2\",\"seals\":[]}")).isEqualTo(VerifyLedgerCommand.FAILED);
    }

    @Test
    @DisplayName("refuses a proof that gives the seal another day")
    void proofOfAnotherDay() throws IOException {
        var forged = proofOf("i-2").replace("\"day\":\"2026-03-02\",\"root\"", "\"day\":\"2026-03-03\",\"root\"");
        assertThat(forged).isNotEqualTo(proofOf("i-2"));
        assertThat(verify(forged)).isEqualTo(VerifyLedgerCommand.NOT_AS_SEALED);
    }

    @Test
    @DisplayName("finds in a proof what came after the close, in its later seal, whose root has to be given as well")
    void proofOfWhatCameLater() throws IOException {
        marketplace.reply(new InquiryId("i-2"));
        var taken = seals.last(Track.INQUIRY).orElseThrow().day().plusDays(1);
        marketplace.pass(Duration.ofDays(1));
        var json = proofOf("i-2");
        var roots = Stream.of(MONDAY, taken)
                .map(day -> seals.find(TrackDay.ofInquiries(day)).orElseThrow().root())
                .toList();

        assertThat(proofs.of(new InquiryId("i-2")).seals())
                .extracting(Proofs.InSeal::day, one -> one.leaves().size())
                .containsExactly(tuple(MONDAY, 5), tuple(taken, 2));
        assertThat(verify(json, "--root", roots.get(0), "--root", roots.get(1))).isZero();
        for (var root : roots) {
            assertThat(verify(json, "--root", root)).isEqualTo(VerifyLedgerCommand.NOT_AS_SEALED);
        }
    }

    @Test
    @DisplayName("finds a proof for an inquiry that was learned of after its day had closed")
    void proofOutsideTheBooks() throws IOException {
        var late = marketplace.inquiry("late", new BuyerId("b"), Marketplace.SUPPLIER, CleanSlate.START, null);
        Assertions.assertThatThrownBy(() -> proofs.of(late)).isInstanceOf(NotFound.class);
        marketplace.pass(Duration.ofDays(1));
        assertThat(verify(proofOf("late"))).isZero();
    }

    private String proofOf(String inquiry) throws IOException {
        return new ObjectMapper()
                .findAndRegisterModules()
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .writeValueAsString(proofs.of(new InquiryId(inquiry)));
    }

    /** Of the first seal, these alone, in this order. */
    private static String withLeaves(String proof, List<Integer> kept) throws IOException {
        var tree = new ObjectMapper().readTree(proof);
        var seal = (ObjectNode) tree.path("seals").path(0);
        var leaves = seal.path("leaves");
        var some = seal.putArray("leaves");
        kept.forEach(index -> some.add(leaves.path(index)));
        return tree.toString();
    }

    private int verify(String proof, String... options) throws IOException {
        var file = Files.writeString(dir.resolve("proof.json"), proof);
        return VerifyLedgerCommand.run(
                Stream.concat(Stream.of(file.toString()), Stream.of(options)).toArray(String[]::new));
    }

    @Test
    @DisplayName("gets no proof for an inquiry whose day is not sealed, or that nobody knows")
    void noProof() {
        var open = marketplace.inquiry("open");
        Assertions.assertThatThrownBy(() -> proofs.of(open)).isInstanceOf(NotFound.class);
        Assertions.assertThatThrownBy(() -> proofs.of(new InquiryId("nobody"))).isInstanceOf(NotFound.class);
    }

    private static void assertNamed(Finding finding, Finding.Kind kind, int line, String entry) {
        assertThat(finding).isEqualTo(new Finding(MONDAY, kind, line - 1, entry, finding.explanation()));
    }

    private List<Finding> findingsAfter(Consumer<List<String>> tampering) throws IOException {
        var lines = exported();
        tampering.accept(lines);
        try (var opened = Lines.of(write(lines), "Test")) {
            return LedgerCheck.of(opened).findings();
        }
    }

    private int indexOf(String kind, String id) {
        var lines = exported();
        for (var index = 0; index < lines.size(); index++) {
            if (lines.get(index).startsWith("{\"entry\":\"" + kind + "\"")
                    && lines.get(index).contains(":\"" + id + "\"")) {
                return index;
            }
        }
        throw new AssertionError("no " + kind + " " + id + " in " + lines);
    }

    private static List<String> dayOf(List<String> lines, int sealLine) {
        var end = sealLine + 1;
        while (end < lines.size() && !lines.get(end).startsWith("{\"seal\":")) {
            end++;
        }
        return lines.subList(sealLine + 1, end);
    }

    private List<String> exported() {
        var out = new ByteArrayOutputStream();
        seals.between(Track.INQUIRY, MONDAY, MONDAY.plusDays(99)).forEach(seal -> export.write(seal, out));
        return new ArrayList<>(out.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private Path write(List<String> lines) throws IOException {
        return Files.write(dir.resolve("ledger.ndjson"), lines);
    }
}
