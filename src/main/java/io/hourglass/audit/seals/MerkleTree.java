package io.hourglass.audit.seals;

import io.hourglass.kernel.text.Sha256;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Merkle tree as in RFC 9162: a leaf is SHA-256 over a zero byte and its line, a node SHA-256 over a one and its two
 * children; where a level is odd, its last node goes up as it is.
 */
public final class MerkleTree {

    /** Of each leaf's hash so many bytes are its mark. */
    public static final int MARK = 8;

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final List<byte[]> leaves = new ArrayList<>();

    /** @return its mark */
    public long add(byte[] line) {
        var hash = leaf(line);
        leaves.add(hash);
        return ByteBuffer.wrap(hash).getLong();
    }

    public int size() {
        return leaves.size();
    }

    /** In hexadecimal digits. The tree has a leaf at least. */
    public String root() {
        var level = leaves;
        while (level.size() > 1) {
            level = parents(level);
        }
        return HexFormat.of().formatHex(level.get(0));
    }

    /** For each of those leaves, the nodes beside its way up to the root. */
    public List<List<String>> paths(List<Integer> indexes) {
        var paths = new ArrayList<List<String>>();
        indexes.forEach(index -> paths.add(new ArrayList<>()));
        var height = 0;
        for (var level = leaves; level.size() > 1; level = parents(level), height++) {
            for (var leaf = 0; leaf < indexes.size(); leaf++) {
                var beside = (indexes.get(leaf) >> height) ^ 1;
                if (beside < level.size()) {
                    paths.get(leaf).add(HexFormat.of().formatHex(level.get(beside)));
                }
            }
        }
        return paths;
    }

    /** The beginnings of all leaves' hashes, one after the other. */
    public byte[] marks() {
        var marks = new byte[leaves.size() * MARK];
        for (var index = 0; index < leaves.size(); index++) {
            System.arraycopy(leaves.get(index), 0, marks, index * MARK, MARK);
        }
        return marks;
    }

    /**
     * The root that a line leads to along a path.
     *
     * @return null if a tree of that size has no such index, or its paths there are longer or shorter
     */
    public static @Nullable String rootOf(byte[] line, int index, int size, List<String> path) {
        if (index < 0 || index >= size) {
            return null;
        }
        var hash = leaf(line);
        var used = 0;
        var at = index;
        for (var width = size; width > 1; width = (width + 1) / 2, at /= 2) {
            if ((at ^ 1) >= width) {
                continue;
            }
            if (used == path.size()) {
                return null;
            }
            var sibling = HexFormat.of().parseHex(path.get(used++));
            hash = at % 2 == 0 ? node(hash, sibling) : node(sibling, hash);
        }
        return used == path.size() ? HexFormat.of().formatHex(hash) : null;
    }

    private static List<byte[]> parents(List<byte[]> level) {
        var parents = new ArrayList<byte[]>((level.size() + 1) / 2);
        for (var index = 0; index + 1 < level.size(); index += 2) {
            parents.add(node(level.get(index), level.get(index + 1)));
        }
        if (level.size() % 2 == 1) {
            parents.add(level.get(level.size() - 1));
        }
        return parents;
    }

    private static byte[] leaf(byte[] line) {
        return Sha256.of(LEAF, line);
    }

    private static byte[] node(byte[] left, byte[] right) {
        return Sha256.of(NODE, left, right);
    }
}
