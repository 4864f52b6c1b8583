package io.hourglass.engine.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.engine.steps.PathBytes.Mark;
import io.hourglass.engine.steps.PathBytes.Wake;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A path as bytes")
class PathBytesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123Z");

    private static Wake wake(Instant at, int... nodes) {
        return new Wake(
                at, IntStream.of(nodes).mapToObj(node -> new Mark(node, false)).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 8191, 8192, 1_000_000, Integer.MAX_VALUE / 2})
    @DisplayName("reads as it was written, whatever the numbers of its nodes")
    void numbers(int node) {
        var path = new Wake(NOON, List.of(new Mark(node, false), new Mark(node, true)));
        assertThat(PathBytes.read(PathBytes.write(path))).containsExactly(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2026-03-02T12:00:00.999Z", "5000-01-01T00:00:00Z"})
    @DisplayName("reads as it was written, to the millisecond, at any time")
    void instants(Instant at) {
        assertThat(PathBytes.read(PathBytes.write(wake(at, 1)))).containsExactly(wake(at, 1));
    }

    @Test
    @DisplayName("is that of its wakes, one behind the other")
    void wakes() {
        var wakes = List.of(wake(NOON, 1, 2, 3), wake(NOON.plusMillis(1), 64), wake(NOON, 5));
        var path = new ByteArrayOutputStream();
        wakes.forEach(wake -> path.writeBytes(PathBytes.write(wake)));
        assertThat(PathBytes.read(path.toByteArray())).isEqualTo(wakes);
        assertThat(PathBytes.read(new byte[0])).isEmpty();
    }

    @Test
    @DisplayName("takes ten bytes for a wake of three steps, while a model has no more than 63 nodes")
    void size() {
        assertThat(Stream.of(wake(NOON, 1, 2, 3), wake(NOON, 61, 62, 63)).map(PathBytes::write))
                .allMatch(bytes -> bytes.length == 10);
    }
}
