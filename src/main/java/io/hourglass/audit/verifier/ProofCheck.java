package io.hourglass.audit.verifier;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.hourglass.audit.Proofs.InSeal;
import io.hourglass.audit.Proofs.Leaf;
import io.hourglass.audit.Proofs.Proof;
import io.hourglass.audit.seals.MerkleTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks the proof that an inquiry is in the ledger: every entry leads to the root of the seal that the proof names for it,
 * is written as the ledger writes it, and has its place there; and nothing else is in the document. That nothing of the
 * inquiry was left out, only the whole day can show.
 */
final class ProofCheck {

    private static final int START = 64;
    private static final int NOWHERE = -1;
    private static final String HASH = "[0-9a-f]{64}";

    private static final ObjectMapper JSON = Form.strict()
            .enable(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .addModule(new JavaTimeModule())
            .build();

    private final String inquiry;
    private final List<Finding> findings = new ArrayList<>();
    private final SortedMap<LocalDate, String> roots = new TreeMap<>();
    private int entries;
    private int received;

    private ProofCheck(String inquiry) {
        this.inquiry = inquiry;
    }

    static boolean isProof(Lines lines) throws IOException {
        var start = new String(lines.peek(START), StandardCharsets.UTF_8).stripLeading();
        return start.startsWith("{") && start.substring(1).stripLeading().startsWith("\"proof\"");
    }

    /** @throws IOException if it is no proof, or not written as the program writes one */
    static LedgerCheck.Result of(Lines lines) throws IOException {
        var proof = read(lines.rest());
        var check = new ProofCheck(proof.proof());
        proof.seals().forEach(check::check);
        return check.result();
    }

    /** Written again, it has to be what was read, but for one line feed at its end. */
    private static Proof read(byte[] document) throws IOException {
        try {
            var proof = JSON.readValue(document, Proof.class);
            var written = JSON.writeValueAsBytes(proof);
            var length = document.length > 0 && document[document.length - 1] == '\n'
                    ? document.length - 1
                    : document.length;
            if (!Arrays.equals(document, 0, length, written, 0, written.length)) {
                throw new IOException(
                        "the proof is not written as the program writes one: other fields, signs or blanks");
            }
            return proof;
        } catch (JsonProcessingException e) {
            throw new IOException("the proof cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private LedgerCheck.Result result() throws IOException {
        if (roots.isEmpty()) {
            throw new IOException("the proof names no seal");
        }
        if (received != 1) {
            var why = received == 0 ? "it is not in the proof" : "it is there " + received + " times";
            findings.add(new Finding(roots.firstKey(), Finding.Kind.UNFIT, null, "INQUIRY " + inquiry, why));
        }
        return new LedgerCheck.Result(roots.size(), entries, roots.firstKey(), roots, findings);
    }

    private void check(InSeal seal) {
        if (!roots.isEmpty() && !seal.day().isAfter(roots.lastKey())) {
            find(seal.day(), Finding.Kind.CHAIN, "it comes after the seal of " + roots.lastKey());
        }
        if (seal.leaves().size() < 2) {
            find(seal.day(), Finding.Kind.REMOVED, "the proof has no entry of the inquiry in that seal");
        }
        roots.put(seal.day(), seal.root());
        var place = Place.in(seal.day(), inquiry);
        var before = NOWHERE;
        for (var leaf : seal.leaves()) {
            check(seal, leaf, before, place);
            before = leaf.index();
        }
    }

    /** @param before the index of the entry before it; NOWHERE for the first, which has to be the seal's own */
    private void check(InSeal seal, Leaf leaf, int before, Place place) {
        var line = leaf.line().getBytes(StandardCharsets.UTF_8);
        entries++;
        if (!seal.root().equals(rootOf(line, leaf, seal))) {
            find(seal.day(), Finding.Kind.CHANGED, leaf, "it does not lead to the root of the proof");
        } else if (before == NOWHERE ? leaf.index() != 0 : leaf.index() <= before) {
            find(
                    seal.day(),
                    Finding.Kind.MOVED,
                    leaf,
                    "the seal's own entry has to come first, and the others in their order");
        } else {
            try {
                var entry = Form.readEntry(line);
                place.take(entry);
                received += isReceipt(entry) ? 1 : 0;
            } catch (Unfit e) {
                find(seal.day(), Finding.Kind.UNFIT, leaf, String.valueOf(e.getMessage()));
            }
        }
    }

    private static @Nullable String rootOf(byte[] line, Leaf leaf, InSeal seal) {
        return leaf.path().stream().allMatch(node -> node.matches(HASH))
                ? MerkleTree.rootOf(line, leaf.index(), seal.entries(), leaf.path())
                : null;
    }

    private static boolean isReceipt(JsonNode entry) {
        var kind = entry.path("entry").asText();
        return kind.equals("INQUIRY") || kind.equals("CASE");
    }

    private void find(LocalDate day, Finding.Kind kind, String explanation) {
        findings.add(new Finding(day, kind, null, null, explanation));
    }

    private void find(LocalDate day, Finding.Kind kind, Leaf leaf, String explanation) {
        var name = EntryName.of(leaf.line().getBytes(StandardCharsets.UTF_8));
        findings.add(new Finding(day, kind, leaf.index(), name, explanation));
    }
}
