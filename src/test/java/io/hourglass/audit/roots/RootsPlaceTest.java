package io.hourglass.audit.roots;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The file of roots lies")
class RootsPlaceTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "jdbc:h2:file:./data/hourglass;LOCK_TIMEOUT=10000, ./data/roots.txt",
        "jdbc:h2:/var/lib/market, /var/lib/roots.txt",
        "jdbc:h2:tcp://host/market, data/roots.txt",
        "jdbc:postgresql://127.0.0.1/hourglass, data/roots.txt"
    })
    @DisplayName("beside H2's own file, and else in data")
    void usual(String database, Path place) {
        assertThat(RootsPlace.of(null, database)).hasValue(place);
    }

    @Test
    @DisplayName("where the configuration says, and nowhere if it says so or the database lives in memory")
    void configured() {
        assertThat(RootsPlace.of("/mnt/worm/roots.txt", "jdbc:h2:mem:x")).hasValue(Path.of("/mnt/worm/roots.txt"));
        assertThat(RootsPlace.of(" ", "jdbc:postgresql://127.0.0.1/hourglass")).isEmpty();
        assertThat(RootsPlace.of(null, "jdbc:h2:mem:x")).isEmpty();
    }
}
