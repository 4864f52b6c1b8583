package io.hourglass.audit.seals;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A Merkle tree")
class MerkleTreeTest {

    /** The leaves and roots that the implementations of Certificate Transparency share as test vectors. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    @ParameterizedTest(name = "of {0} leaves")
    @CsvSource({
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    @DisplayName("has the root that RFC 6962 gives it")
    void vectors(int size, String root) {
        var tree = new MerkleTree();
        LEAVES.stream().limit(size).map(HexFormat.of()::parseHex).forEach(tree::add);
        assertThat(tree.root()).isEqualTo(root);
    }

    @Test
    @DisplayName("of any size leads each of its leaves to its root, and nothing else")
    void paths() {
        for (var size = 1; size <= 70; size++) {
            var tree = treeOf(size);
            var all = tree.paths(IntStream.range(0, size).boxed().toList());
            for (var index = 0; index < size; index++) {
                var path = all.get(index);
                var line = line(index);
                assertThat(MerkleTree.rootOf(line, index, size, path)).isEqualTo(tree.root());
                assertThat(MerkleTree.rootOf(line(index + 1), index, size, path))
                        .isNotEqualTo(tree.root());
                assertThat(MerkleTree.rootOf(line, index, size, plus(path, "00".repeat(32))))
                        .isNull();
                assertThat(MerkleTree.rootOf(line, index - size, size, path)).isNull();
                assertThat(MerkleTree.rootOf(line, index + size, size, path)).isNull();
                if (!path.isEmpty()) {
                    assertThat(MerkleTree.rootOf(line, index ^ 1, size, path)).isNotEqualTo(tree.root());
                    assertThat(MerkleTree.rootOf(line, index, size, path.subList(1, path.size())))
                            .isNotEqualTo(tree.root());
                    assertThat(MerkleTree.rootOf(line, index, size, reversedFirst(path)))
                            .isNotEqualTo(tree.root());
                }
            }
        }
    }

    @Test
    @DisplayName("of any size has another root if two leaves change places")
    void order() {
        for (var size = 2; size <= 70; size++) {
            var swapped = new MerkleTree();
            var places = new ArrayList<>(IntStream.range(0, size).boxed().toList());
            places.set(0, size - 1);
            places.set(size - 1, 0);
            places.forEach(place -> swapped.add(line(place)));
            assertThat(swapped.root()).isNotEqualTo(treeOf(size).root());
        }
    }

    private static MerkleTree treeOf(int size) {
        var tree = new MerkleTree();
        IntStream.range(0, size).forEach(index -> tree.add(line(index)));
        return tree;
    }

    private static byte[] line(int index) {
        return ("{\"entry\":\"FACT\",\"fact\":\"f-" + index + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> plus(List<String> path, String further) {
        var longer = new ArrayList<>(path);
        longer.add(further);
        return longer;
    }

    private static List<String> reversedFirst(List<String> path) {
        var altered = new ArrayList<>(path);
        altered.set(0, new StringBuilder(path.get(0)).reverse().toString());
        return altered;
    }
}
