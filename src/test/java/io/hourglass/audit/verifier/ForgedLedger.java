package io.hourglass.audit.verifier;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hourglass.audit.seals.MerkleTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Exports of 0.1.0 as a forger takes them: with all marks and roots made anew, so that no hash gives away what was done. */
public final class ForgedLedger {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEAL_LINE = "{\"seal\":";

    private ForgedLedger() {}

    /** @param database h2 or postgres */
    public static List<String> released(String database) throws IOException {
        var name = "/released/0.1.0/" + database + ".ledger.ndjson.gz";
        try (var file =
                new GZIPInputStream(Objects.requireNonNull(ForgedLedger.class.getResourceAsStream(name), name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    /** Each with the line about its seal, which comes first. */
    public static List<List<String>> days(List<String> lines) {
        var days = new ArrayList<List<String>>();
        for (var line : lines) {
            if (line.startsWith(SEAL_LINE)) {
                days.add(new ArrayList<>());
            }
            days.get(days.size() - 1).add(line);
        }
        return days;
    }

    /** The days with marks and roots of what is in them now, each sealed on the root of the one before. */
    public static List<String> sealedAnew(List<List<String>> days) throws IOException {
        var sealed = new ArrayList<String>();
        var former = "";
        for (var day : days) {
            var entries = new ArrayList<>(day.subList(1, day.size()));
            var seal = (ObjectNode) JSON.readTree(day.get(0));
            if (!former.isEmpty()) {
                entries.set(0, entries.get(0).replaceFirst("(\"former\":\")[0-9a-f]+", "$1" + former));
                seal.put("former", former);
            }
            var tree = treeOf(entries);
            former = tree.root();
            seal.put("root", former).put("entries", tree.size());
            seal.put("marks", Base64.getEncoder().encodeToString(tree.marks()));
            sealed.add(seal.toString());
            sealed.addAll(entries);
        }
        return sealed;
    }

    /** As the program makes it, of entries of one day: the first and those at the given indexes, which are an inquiry's. */
    static String proof(List<String> day, String inquiry, List<Integer> indexes) throws IOException {
        var seal = JSON.readTree(day.get(0));
        var tree = treeOf(day.subList(1, day.size()));
        var paths = tree.paths(indexes);
        var proof = JSON.createObjectNode().put("proof", inquiry);
        var one = proof.putArray("seals").addObject();
        one.put("day", seal.path("seal").asText()).put("root", tree.root()).put("entries", tree.size());
        var leaves = one.putArray("leaves");
        for (var leaf = 0; leaf < indexes.size(); leaf++) {
            leaves.addObject()
                    .put("index", indexes.get(leaf))
                    .put("line", day.get(1 + indexes.get(leaf)))
                    .set("path", JSON.valueToTree(paths.get(leaf)));
        }
        return proof.toString();
    }

    private static MerkleTree treeOf(List<String> entries) {
        var tree = new MerkleTree();
        entries.forEach(entry -> tree.add(entry.getBytes(StandardCharsets.UTF_8)));
        return tree;
    }
}
