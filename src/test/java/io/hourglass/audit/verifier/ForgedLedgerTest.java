package io.hourglass.audit.verifier;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Of a forged ledger that was sealed anew, the verifier refuses")
class ForgedLedgerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NUMBER = "{\"entry\":\"NUMBER\",\"supplier\":\"s\",\"publishedOn\":\"2026-10-18\","
            + "\"revision\":1,\"windowFrom\":\"2026-09-14\",\"windowTo\":\"2026-10-13\",\"timely\":9,\"countable\":9,"
            + "\"publishedAt\":\"2026-10-17T16:00:00.000Z\"}";

    /** Whether they are there, hashes alone can tell. */
    private static final Set<String> OPTIONAL =
            Set.of("category", "author", "decidingFact", "anchor", "textless", "about", "mail", "answers", "earlyBy");

    @TempDir
    private Path dir;

    /** A line of each kind, and with each set of fields, with the day that holds it. */
    record Line(List<String> day, int at) {

        Map<String, String> fields() throws IOException {
            var fields = new LinkedHashMap<String, String>();
            JSON.readTree(day.get(at))
                    .properties()
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().toString()));
            return fields;
        }

        boolean refusedAs(String line) {
            var forged = new ArrayList<>(day);
            forged.set(at, line);
            try {
                return refused(String.join("\n", at == 0 ? forged : ForgedLedger.sealedAnew(List.of(forged))) + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return day.get(at).substring(0, Math.min(60, day.get(at).length()));
        }
    }

    static Stream<Line> lines() throws IOException {
        var shapes = new LinkedHashMap<List<String>, Line>();
        for (var day : ForgedLedger.days(ForgedLedger.released("h2"))) {
            for (var at = 0; at < day.size(); at++) {
                var entry = JSON.readTree(day.get(at));
                var shape = new ArrayList<>(List.of(entry.path("entry").asText()));
                entry.fieldNames().forEachRemaining(shape::add);
                shapes.putIfAbsent(shape, new Line(day, at));
            }
        }
        return shapes.values().stream();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"h2", "postgres"})
    @DisplayName("nothing of what was exported, nor of the same sealed anew")
    void honest(String database) throws IOException {
        var lines = ForgedLedger.released(database);
        assertThat(verify(lines)).isEmpty();
        assertThat(ForgedLedger.sealedAnew(ForgedLedger.days(lines))).isEqualTo(lines);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    @DisplayName("a line with a field that is missing, there twice, new, out of order, or of another type")
    void fields(Line line) throws IOException {
        var fields = line.fields();
        var names = List.copyOf(fields.keySet());
        var forged = IntStream.range(0, names.size())
                .boxed()
                .flatMap(index -> forgeries(fields, names.get(index), index).stream())
                .toList();
        assertThat(forged.parallelStream().filter(one -> !line.refusedAs(one))).isEmpty();
        assertThat(line.refusedAs(written(fields))).isFalse();
    }

    private static List<String> forgeries(Map<String, String> fields, String name, int index) {
        var value = String.valueOf(fields.get(name));
        var forged = new ArrayList<String>();
        if (!OPTIONAL.contains(name) && !(name.equals("by") && fields.containsKey("fact"))) {
            forged.add(written(without(fields, name)));
        }
        forged.add(written(fields).replace("}", ",\"" + name + "\":" + value + "}"));
        forged.add(written(fields).replace("\"" + name + "\":", "\"" + name + "\":" + value + ",\"" + name + "\":"));
        forged.add(written(fields).replace("\"" + name + "\":", "\"extra\":" + value + ",\"" + name + "\":"));
        forged.add(written(fields).replace("\"" + name + "\":", "\"" + name + "s\":"));
        forged.add(written(fields).replace("\"" + name + "\":", "\"" + name + "\": "));
        for (var other : Stream.of(
                        "null", "[1]", "{}", "-1", "1.0", "1e0", "\"\\u0041\"", "[\"x\",1]", "9223372036854775808")
                .toList()) {
            forged.add(written(with(fields, name, other)));
        }
        forged.add(written(with(fields, name, value.startsWith("\"") ? "7" : "\"7\"")));
        if (index > 0) {
            var moved = without(fields, name);
            moved.put(name, value);
            var first = new LinkedHashMap<>(Map.of(name, value));
            first.putAll(without(fields, name));
            forged.add(written(first));
            if (index < fields.size() - 1) {
                forged.add(written(moved));
            }
        }
        return forged;
    }

    private static Map<String, String> without(Map<String, String> fields, String name) {
        var left = new LinkedHashMap<>(fields);
        left.remove(name);
        return left;
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    private static String written(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                .collect(joining(",", "{", "}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    @DisplayName("a line with anything before, behind or within it, and one that is no JSON object of UTF-8")
    void lineItself(Line line) throws IOException {
        var text = line.day().get(line.at());
        for (var forged : List.of(
                text + NUMBER,
                text + "," + NUMBER,
                text + " ",
                text + "\r",
                text + "\u0000",
                text + "1",
                text + "\n",
                text + "\n" + text,
                text + "\n" + NUMBER,
                text + "\n"
                        + NUMBER.replace(
                                "\"entry\"", "\"record\":99,\"notedAt\":\"2026-10-17T16:00:00.000Z\",\"entry\""),
                text.replaceFirst(",", ",\n"),
                text.replaceFirst("-", "\\\\u002d"),
                text.substring(0, text.length() / 2),
                "[" + text + "]",
                "\"x\"",
                "null",
                "\uD800")) {
            assertThat(line.refusedAs(forged)).as(forged).isTrue();
        }
    }

    @Test
    @DisplayName("an entry at any other place of its day, twice, or in another day")
    void places() throws IOException {
        var days = ForgedLedger.days(ForgedLedger.released("h2"));
        var day = days.stream()
                .filter(one ->
                        one.stream().filter(line -> line.contains("\"record\"")).count() > 1)
                .findFirst()
                .orElseThrow();
        for (var from = 1; from < day.size(); from++) {
            for (var to = 1; to < day.size(); to++) {
                var forged = new ArrayList<>(day);
                forged.add(to, from == to ? day.get(from) : forged.remove(from));
                assertThat(verify(ForgedLedger.sealedAnew(List.of(forged))))
                        .as("%d to %d: %s", from, to, day.get(from))
                        .isNotEmpty();
            }
            if (!day.get(from).contains("\"record\"") && !day.get(from).startsWith("{\"entry\":\"POLICY\"")) {
                var other = new ArrayList<>(days.get(days.indexOf(day) + 1));
                other.add(placeOf(day.get(from), other), day.get(from));
                assertThat(verify(ForgedLedger.sealedAnew(List.of(day, other))))
                        .as(day.get(from))
                        .isNotEmpty();
            }
        }
    }

    /** Behind the last of its kind. */
    private static int placeOf(String entry, List<String> day) {
        var kind = entry.substring(0, entry.indexOf(','));
        for (var at = day.size(); at > 1; at--) {
            if (day.get(at - 1).startsWith(kind)) {
                return at;
            }
        }
        return day.size();
    }

    @Test
    @DisplayName("an entry before the first seal or behind the last day, each with the number of its line")
    void beside() throws IOException {
        var lines =
                new ArrayList<>(ForgedLedger.days(ForgedLedger.released("h2")).get(0));
        lines.add(NUMBER);
        assertThat(verify(lines)).extracting(Finding::kind).containsExactly(Finding.Kind.ADDED);
        assertThat(verify(ForgedLedger.sealedAnew(List.of(lines))))
                .extracting(Finding::explanation)
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("line " + lines.size() + ": ");
        lines.add(0, lines.remove(lines.size() - 1));
        assertThatThrownBy(() -> verify(lines)).hasMessageContaining("line 1: ");
    }

    @Test
    @DisplayName("what the line about a seal says otherwise than the day, its marks among it")
    void sealLine() throws IOException {
        var lines = new ArrayList<>(ForgedLedger.released("h2"));
        var seal = lines.get(0);
        for (var forged : List.of(
                seal.replaceFirst("\"marks\":\"", "\"marks\":\"AAAA"),
                seal.replaceFirst("\"marks\":\"", "\"marks\":\"AAAAAAAAAAA="),
                seal.replaceFirst("\"}$", "AA==\"}"),
                seal.replaceFirst("\"entries\":\\d+", "\"entries\":1"),
                seal.replaceFirst("2026-10-13", "2026-10-12"),
                seal.replaceFirst("\"entries\"", "\"former\":\"" + "0".repeat(64) + "\",\"entries\""))) {
            lines.set(0, forged);
            assertRefused(String.join("\n", lines) + "\n");
        }
    }

    @Test
    @DisplayName("a proof that holds another field, another value, one twice, or too little, at any place in it")
    void proofs() throws IOException {
        var honest = proof();
        assertThat(refused(honest)).isFalse();
        assertThat(refused(honest + "\n")).isFalse();
        var forged = new ArrayList<String>();
        forge(JSON.readTree(honest), JSON.readTree(honest), "", forged);
        for (var name : List.of("proof", "seals", "day", "root", "entries", "leaves", "index", "line", "path")) {
            forged.add(honest.replaceFirst("\"" + name + "\":", "\"" + name + "\":1,\"" + name + "\":"));
            forged.add(honest.replaceFirst("\"" + name + "\":", "\"extra\":1,\"" + name + "\":"));
            forged.add(honest.replaceFirst("\"" + name + "\":", "\"" + name + "\" :"));
        }
        forged.addAll(List.of(
                honest + "{}", honest + honest, honest + "\n" + NUMBER, honest + " ", " " + honest, honest + "\n\n"));
        forged.add(JSON.readTree(honest).toPrettyString());
        forged.add(honest.replaceFirst("\"index\":0", "\"index\":\"0\""));
        forged.add(honest.replaceFirst("\"index\":0", "\"index\":0.0"));
        assertThat(forged).hasSizeGreaterThan(100);
        for (var one : forged) {
            assertThat(refused(one)).as(one).isTrue();
        }
    }

    /** Each value made another, and left out; but a proof need not hold every entry. */
    private static void forge(JsonNode proof, JsonNode at, String path, List<String> forged) {
        if (at instanceof ObjectNode object) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            for (var name : names) {
                var own = (ObjectNode) proof.at(path);
                var value = own.get(name);
                for (var other : Stream.of(
                                JSON.nullNode(),
                                JSON.createArrayNode(),
                                JSON.createObjectNode(),
                                JSON.getNodeFactory().numberNode(77),
                                JSON.getNodeFactory().textNode("x"))
                        .toList()) {
                    own.set(name, other);
                    forged.add(proof.toString());
                }
                own.remove(name);
                forged.add(proof.toString());
                var fields = new LinkedHashMap<String, JsonNode>();
                object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
                own.removeAll();
                fields.forEach((field, was) -> own.set(field, was.deepCopy()));
                forge(proof, value.deepCopy(), path + "/" + name, forged);
            }
        } else if (at instanceof ArrayNode array) {
            for (var index = 0; index < array.size(); index++) {
                var own = (ArrayNode) proof.at(path);
                var value = own.remove(index);
                if (!path.endsWith("leaves") || index < 2) {
                    forged.add(proof.toString());
                }
                own.insertNull(index);
                forged.add(proof.toString());
                own.set(index, value);
                own.insert(index, value.deepCopy());
                forged.add(proof.toString());
                own.remove(index);
                forge(proof, value.deepCopy(), path + "/" + index, forged);
            }
        }
    }

    @Test
    @DisplayName("a proof with an invented day, one without entries, two of one day, or those of another inquiry")
    void inventedDays() throws IOException {
        var honest = proof();
        for (var invented : List.of(
                "{\"day\":\"2027-01-01\",\"root\":\"" + "0".repeat(64) + "\",\"entries\":5,\"leaves\":[]}",
                honest.substring(honest.indexOf("[") + 1, honest.length() - 2))) {
            assertThat(refused(honest.replaceFirst("]}$", "," + invented + "]}")))
                    .as(invented)
                    .isTrue();
        }
        var day = ForgedLedger.days(ForgedLedger.released("h2")).get(0);
        var ids = inquiries(day);
        assertThat(refused(ForgedLedger.proof(day, ids.get(0), indexes(day, ids.get(1)))))
                .isTrue();
        assertThat(refused(ForgedLedger.proof(day, ids.get(0), List.of(0, 1)))).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"ledger", "proof"})
    @DisplayName("a file that is cut anywhere, gzipped or not, by a clear message")
    void cut(String what) throws IOException {
        var whole = bytes(what.equals("proof") ? proof() : oneDay());
        var zipped = gzipped(whole);
        for (var file : List.of(whole, zipped)) {
            for (var length = 0; length < file.length; length += 1 + file.length / 60) {
                assertRefused(Arrays.copyOf(file, length));
            }
        }
        assertThat(run(whole)).isZero();
        assertThat(run(zipped)).isZero();
        assertThat(run(concat(zipped, gzipped(new byte[0])))).isZero();
    }

    @Test
    @DisplayName(
            "a file with a byte order mark, of other bytes than UTF-8, of nothing sensible, or with something behind it")
    void otherFiles() throws IOException {
        var whole = bytes(oneDay());
        assertRefused(concat(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, whole));
        assertRefused(oneDay().getBytes(StandardCharsets.UTF_16));
        assertRefused(concat(whole, new byte[] {0}));
        assertRefused(concat(whole, bytes("\n")));
        assertRefused(concat(whole, bytes(proof())));
        assertRefused(bytes("{\"proof\":\"x\"}"));
        assertRefused(bytes("[".repeat(100_000) + "\n"));
        assertRefused(bytes("{\"seal\":" + "[".repeat(100_000) + "\n"));
        assertRefused(bytes("{\"seal\":{}}\n"));
        assertRefused(new byte[5000]);
        assertRefused(new byte[] {0x1f, (byte) 0x8b, 8, 0});
        for (var length = 1; length < 60; length++) {
            assertRefused(concat(gzipped(whole), new byte[length]));
        }
        assertThat(VerifyLedgerCommand.run(dir.toString())).isEqualTo(VerifyLedgerCommand.FAILED);
    }

    @Test
    @DisplayName("a line longer than any can be, without reading it whole")
    void enormous() {
        var endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        for (var start : List.of("{\"seal\":\"", "{\"proof\":\"")) {
            assertThatThrownBy(() -> verify(new SequenceInputStream(new ByteArrayInputStream(bytes(start)), endless)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("longer than any");
        }
    }

    private void assertRefused(String file) throws IOException {
        assertRefused(bytes(file));
    }

    private void assertRefused(byte[] file) throws IOException {
        assertThat(run(file))
                .as(() -> new String(file, StandardCharsets.UTF_8))
                .isIn(VerifyLedgerCommand.FAILED, VerifyLedgerCommand.NOT_AS_SEALED);
    }

    private int run(byte[] file) throws IOException {
        return VerifyLedgerCommand.run(Files.write(dir.resolve("file"), file).toString());
    }

    private static List<Finding> verify(List<String> lines) throws IOException {
        return verify(new ByteArrayInputStream(bytes(String.join("\n", lines) + "\n")));
    }

    private static boolean refused(String file) {
        try {
            return !verify(new ByteArrayInputStream(bytes(file))).isEmpty();
        } catch (IOException e) {
            return true;
        }
    }

    private static List<Finding> verify(InputStream file) throws IOException {
        try (var lines = Lines.of(file)) {
            return (ProofCheck.isProof(lines) ? ProofCheck.of(lines) : LedgerCheck.of(lines)).findings();
        }
    }

    private static String oneDay() throws IOException {
        return String.join("\n", ForgedLedger.days(ForgedLedger.released("h2")).get(0)) + "\n";
    }

    static String proof() throws IOException {
        var day = ForgedLedger.days(ForgedLedger.released("h2")).get(0);
        var inquiry = inquiries(day).get(0);
        return ForgedLedger.proof(day, inquiry, indexes(day, inquiry));
    }

    private static List<String> inquiries(List<String> day) throws IOException {
        var ids = new ArrayList<String>();
        for (var line : day) {
            if (line.startsWith("{\"entry\":\"INQUIRY\"")) {
                ids.add(JSON.readTree(line).path("inquiry").asText());
            }
        }
        return ids;
    }

    private static List<Integer> indexes(List<String> day, String inquiry) {
        var indexes = new ArrayList<>(List.of(0));
        for (var at = 1; at < day.size(); at++) {
            if (day.get(at).contains("\"inquiry\":\"" + inquiry + "\"")) {
                indexes.add(at - 1);
            }
        }
        return indexes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] gzipped(byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(plain);
        }
        return out.toByteArray();
    }
}
