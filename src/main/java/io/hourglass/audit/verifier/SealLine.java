package io.hourglass.audit.verifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.audit.seals.MerkleTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The line about a day's seal that precedes the day's entries in an exported ledger.
 *
 * @param track null for that of inquiries
 * @param marks of the entries in order, see {@link MerkleTree#marks}
 */
public record SealLine(
        LocalDate day, @Nullable String track, @Nullable String former, String root, int entries, List<Long> marks) {

    private static final byte[] START = "{\"seal\":".getBytes(StandardCharsets.UTF_8);
    private static final ObjectMapper JSON = Form.mapper().build();

    /** Whether the line is one about a seal, and no entry. */
    public static boolean is(byte[] line) {
        return Lines.startsWith(line, START);
    }

    /**
     * Takes what it can: whether the line is written as one has to be, {@link Form} says.
     *
     * @throws IOException if it is cut or garbled
     */
    public static SealLine read(byte[] line) throws IOException {
        try {
            var json = JSON.readTree(line);
            return new SealLine(
                    LocalDate.parse(text(json, "seal")),
                    json.has("track") ? text(json, "track") : null,
                    json.has("former") ? text(json, "former") : null,
                    text(json, "root"),
                    json.path("entries").asInt(),
                    marks(Base64.getDecoder().decode(text(json, "marks"))));
        } catch (JsonProcessingException e) {
            throw new IOException("the line about a seal cannot be read: " + e.getOriginalMessage(), e);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException("the line about a seal cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<Long> marks(byte[] bytes) {
        if (bytes.length % MerkleTree.MARK != 0) {
            throw new IllegalArgumentException("the last of the marks is cut");
        }
        var buffer = ByteBuffer.wrap(bytes);
        return IntStream.range(0, bytes.length / MerkleTree.MARK)
                .mapToObj(index -> buffer.getLong(index * MerkleTree.MARK))
                .toList();
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asText();
    }
}
