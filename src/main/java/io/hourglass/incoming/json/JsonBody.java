package io.hourglass.incoming.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hourglass.kernel.InvalidInput;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A body of JSON in UTF-8, bounded in its depth. */
public final class JsonBody {

    private static final int DEEPEST = 64;
    private static final ObjectMapper JSON = mapper(false);
    private static final ObjectMapper STRICT = mapper(true);

    private JsonBody() {}

    private static ObjectMapper mapper(boolean isStrict) {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(DEEPEST)
                                .build())
                        .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, isStrict)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /**
     * A field that stands twice counts as it stands last.
     *
     * @throws InvalidInput if it is none
     */
    public static JsonNode read(byte[] body) {
        return read(JSON, body);
    }

    /** @throws InvalidInput if it is none, or a field stands twice */
    public static JsonNode readStrictly(byte[] body) {
        return read(STRICT, body);
    }

    private static JsonNode read(ObjectMapper json, byte[] body) {
        try {
            return json.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException | JsonProcessingException e) {
            throw new InvalidInput(
                    "body",
                    new String(body, StandardCharsets.UTF_8),
                    "JSON in UTF-8, at most " + DEEPEST + " deep" + (json == STRICT ? ", each field once" : ""));
        }
    }
}
