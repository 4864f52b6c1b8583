package io.hourglass.audit.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.audit.MerkleTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Checks the proof that an inquiry is in the ledger: every entry leads to the root that the proof names. */
final class ProofCheck {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ProofCheck() {}

    static boolean isProof(byte[] content) {
        var start = new String(content, StandardCharsets.UTF_8).stripLeading();
        return start.startsWith("{") && start.substring(1).stripLeading().startsWith("\"proof\"");
    }

    /** @throws IOException if it is no proof */
    static LedgerCheck.Result of(byte[] content) throws IOException {
        try {
            var proof = JSON.readTree(content);
            var day = LocalDate.parse(proof.path("day").asText());
            var findings = new ArrayList<Finding>();
            for (var leaf : proof.path("leaves")) {
                check(proof, leaf, day, findings);
            }
            if (proof.path("leaves").size() < 2) {
                findings.add(new Finding(day, Finding.Kind.ROOT, null, null, "there is nothing of an inquiry in it"));
            }
            return new LedgerCheck.Result(
                    1, proof.path("leaves").size(), day, proof.path("root").asText(), findings);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException("the proof cannot be read: " + e.getMessage(), e);
        }
    }

    private static void check(JsonNode proof, JsonNode leaf, LocalDate day, List<Finding> findings) throws IOException {
        var line = leaf.path("line").asText().getBytes(StandardCharsets.UTF_8);
        var index = leaf.path("index").asInt();
        var path = StreamSupport.stream(leaf.path("path").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        var root = MerkleTree.rootOf(line, index, proof.path("entries").asInt(), path);
        if (!proof.path("root").asText().equals(root)) {
            findings.add(new Finding(
                    day, Finding.Kind.CHANGED, index, EntryName.of(line), "it does not lead to the root of the proof"));
        } else if (!belongs(JSON.readTree(line), proof, index)) {
            findings.add(new Finding(
                    day, Finding.Kind.CHANGED, index, EntryName.of(line), "it is of another day or inquiry"));
        }
    }

    private static boolean belongs(JsonNode entry, JsonNode proof, int index) {
        return index == 0
                ? entry.path("day").asText().equals(proof.path("day").asText())
                : entry.path("inquiry").asText().equals(proof.path("proof").asText());
    }
}
