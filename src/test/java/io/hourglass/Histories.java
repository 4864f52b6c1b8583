package io.hourglass;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.kernel.tracks.State;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Histories of cases of any track, a line of JSON each, and the states of their cases: as of each instant that the history asks
 * for, and when all books are closed. The format is told in {@code README.md} beside the histories.
 */
public final class Histories {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Later than any close of books. */
    private static final Instant IN_THE_END = Instant.parse("9999-01-01T00:00:00Z");

    private Histories() {}

    /** What is known of the cases of one history. */
    public interface Judged {

        /** By what the answer calls each case, in the order in which it names them. */
        SortedMap<?, ? extends State> statesAt(Instant asOf);
    }

    /**
     * Judges each history of the one file, and writes its line to the other. A name that ends in {@code .gz} is of a gzipped
     * file, and {@code -} stands for the standard streams.
     */
    public static void judge(String from, String to, Function<JsonNode, Judged> judge) throws IOException {
        try (var in = reader(from);
                var out = writer(to)) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var history = JSON.readTree(line);
                out.write(statesOf(history, judge.apply(history)) + "\n");
            }
        }
    }

    private static String statesOf(JsonNode history, Judged judged) {
        var states = new LinkedHashMap<String, String>();
        elements(history.path("asOf"))
                .forEach(asOf ->
                        states.put(asOf.asText(), object(judged.statesAt(Instant.ofEpochMilli(asOf.asLong())), "\"")));
        states.put("final", object(judged.statesAt(IN_THE_END), "\""));
        return object(states, "");
    }

    private static String object(Map<?, ?> fields, String quote) {
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\": " + quote + field.getValue() + quote)
                .collect(joining(", ", "{", "}"));
    }

    /** As intake has it: what lies ahead of the clock by which it was recorded becomes that instant. */
    public static Instant at(JsonNode told) {
        var at = instant(told, "at");
        var recorded = recordedAt(told);
        return at.isAfter(recorded) ? recorded : at;
    }

    public static Instant recordedAt(JsonNode told) {
        return instant(told, "rec");
    }

    private static Instant instant(JsonNode told, String name) {
        return Instant.ofEpochMilli(told.path(name).asLong());
    }

    /** Null where it says none. */
    public static @Nullable String text(JsonNode told, String name) {
        return told.hasNonNull(name) ? told.path(name).asText() : null;
    }

    public static Stream<JsonNode> elements(JsonNode array) {
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
