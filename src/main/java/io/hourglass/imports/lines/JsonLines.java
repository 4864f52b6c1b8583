package io.hourglass.imports.lines;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.replay.log.LineFormat;
import io.hourglass.replay.log.LogRecords.Line;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;

/** One JSON object a line, its values text or null. */
final class JsonLines implements FormOfLines {

    private static final String RULE = "one JSON object, its values text";
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(2)
                    .maxNameLength(100)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final boolean history;

    /** @param history whether of a history */
    JsonLines(boolean history) {
        this.history = history;
    }

    @Override
    public Fields read(Line line) {
        if (!LineFormat.isUtf8(line.latin())) {
            throw new InvalidInput("line", LineFormat.lenient(line.latin()), "UTF-8");
        }
        return read(LineFormat.lenient(line.latin()), history);
    }

    /** @throws InvalidInput if it is none */
    static Fields read(String line) {
        return read(line, false);
    }

    private static Fields read(String line, boolean history) {
        try (var json = JSON.createParser(line)) {
            var names = new LinkedHashSet<String>();
            var values = new HashMap<String, String>();
            require(json.nextToken() == JsonToken.START_OBJECT, line);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                names.add(json.currentName());
                readValue(json, values);
            }
            require(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null, line);
            Columns.check(names, history);
            return new Fields(values);
        } catch (IOException e) {
            throw new InvalidInput("line", line, RULE);
        }
    }

    private static void readValue(JsonParser json, Map<String, String> values) throws IOException {
        var name = json.currentName();
        var token = json.nextToken();
        if (token == JsonToken.VALUE_STRING) {
            if (!json.getText().isEmpty()) {
                values.put(name, json.getText());
            }
        } else if (token != JsonToken.VALUE_NULL) {
            throw new InvalidInput(name, token == null ? "" : json.getText(), "text");
        }
    }

    private static void require(boolean isSo, String line) {
        if (!isSo) {
            throw new InvalidInput("line", line, RULE);
        }
    }
}
