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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * Checks the proof that an inquiry is in the ledger: every entry leads to the root of the seal that the proof names for it.
 * That nothing of the inquiry was left out, only the whole day can show.
 */
final class ProofCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int START = 64;
    private static final int NOWHERE = -1;

    private final String inquiry;
    private final List<Finding> findings = new ArrayList<>();
    private final SortedMap<LocalDate, String> roots = new TreeMap<>();
    private int entries;
    private boolean received;

    private ProofCheck(String inquiry) {
        this.inquiry = inquiry;
    }

    static boolean isProof(Lines lines) throws IOException {
        var start = new String(lines.peek(START), StandardCharsets.UTF_8).stripLeading();
        return start.startsWith("{") && start.substring(1).stripLeading().startsWith("\"proof\"");
    }

    /** @throws IOException if it is no proof */
    static LedgerCheck.Result of(Lines lines) throws IOException {
        try {
            var proof = JSON.readTree(lines.rest());
            var check = new ProofCheck(proof.path("proof").asText());
            for (var seal : proof.path("seals")) {
                check.seal(seal);
            }
            return check.result();
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException("the proof cannot be read: " + e.getMessage(), e);
        }
    }

    private LedgerCheck.Result result() throws IOException {
        if (roots.isEmpty()) {
            throw new IOException("the proof names no seal");
        }
        if (!received) {
            findings.add(new Finding(
                    roots.firstKey(), Finding.Kind.REMOVED, null, "INQUIRY " + inquiry, "it is not in the proof"));
        }
        return new LedgerCheck.Result(roots.size(), entries, roots.firstKey(), roots, findings);
    }

    private void seal(JsonNode seal) throws IOException {
        var day = LocalDate.parse(seal.path("day").asText());
        if (roots.put(day, seal.path("root").asText()) != null) {
            findings.add(new Finding(day, Finding.Kind.CHAIN, null, null, "the proof names two seals of that day"));
        }
        var at = NOWHERE;
        for (var leaf : seal.path("leaves")) {
            at = check(seal, leaf, day, at);
        }
    }

    /**
     * @param before the position of the entry before it; NOWHERE for the first, which has to be the seal's own
     * @return its position
     */
    private int check(JsonNode seal, JsonNode leaf, LocalDate day, int before) throws IOException {
        var line = leaf.path("line").asText().getBytes(StandardCharsets.UTF_8);
        var index = leaf.path("index").asInt(NOWHERE);
        var path = StreamSupport.stream(leaf.path("path").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        var root = MerkleTree.rootOf(line, index, seal.path("entries").asInt(), path);
        entries++;
        if (!seal.path("root").asText().equals(root)) {
            find(day, index, line, "it does not lead to the root of the proof");
        } else if (before == NOWHERE ? index != 0 : index <= before) {
            find(day, index, line, "the seal's own entry has to come first, and the others in their order");
        } else {
            var entry = JSON.readTree(line);
            if (!belongs(entry, day, index)) {
                find(day, index, line, "it is of another day or inquiry");
            }
            received |= entry.path("entry").asText().equals("INQUIRY");
        }
        return index;
    }

    private boolean belongs(JsonNode entry, LocalDate day, int index) {
        return index == 0
                ? entry.path("entry").asText().equals("SEAL")
                        && entry.path("day").asText().equals(day.toString())
                : entry.path("inquiry").asText().equals(inquiry);
    }

    private void find(LocalDate day, int index, byte[] line, String explanation) {
        findings.add(new Finding(day, Finding.Kind.CHANGED, index, EntryName.of(line), explanation));
    }
}
