package io.hourglass.audit.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** What an entry is called when there is something to say of it: its kind and its id. */
final class EntryName {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EntryName() {}

    static String of(byte[] line) {
        try {
            var entry = JSON.readTree(line);
            return entry.path("entry").asText("?") + " " + id(entry);
        } catch (IOException e) {
            return "that is no JSON";
        }
    }

    private static String id(JsonNode entry) {
        if (entry.has("record")) {
            return "record " + entry.path("record").asText();
        }
        return switch (entry.path("entry").asText()) {
            case "SEAL" -> entry.path("day").asText();
            case "POLICY" -> entry.path("version").asText();
            case "INQUIRY" -> entry.path("inquiry").asText();
            case "FACT" -> entry.path("fact").asText();
            case "VERDICT" ->
                entry.path("inquiry").asText() + " no. " + entry.path("seq").asText();
            case "NUMBER" ->
                entry.path("supplier").asText() + " on "
                        + entry.path("publishedOn").asText();
            default -> "?";
        };
    }
}
