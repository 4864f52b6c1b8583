package io.hourglass.lab.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The comparison of rankings in a simulated marketplace")
class SimulatedRankingsTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("has every ranking, and is written as JSON, the same again and again")
    void simulated() throws IOException {
        var market = new MarketSize(50, 300, 100, 36, 5);
        var found = SimulatedRankings.of(market, 3);
        var text = new StringWriter();
        found.print(new PrintWriter(text));
        assertThat(text.toString())
                .contains("seed 3: 50 suppliers", "overload", "Gini")
                .containsSubsequence(
                        "random", "most popular", "raw rate", "same category", "same subcategory", "relevance", "full");
        var file = folder.resolve("simulated.json");
        found.write(file);
        var json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.get("seed").asLong()).isEqualTo(3);
        assertThat(json.get("market").get("measuredDays").asInt()).isEqualTo(5);
        assertThat(json.get("rankings")).hasSize(7);
        assertThat(json.get("rankings").get(6).get("ranking").asText()).isEqualTo("full");
        assertThat(json.get("rankings").get(6).get("answeredInTime").asDouble()).isBetween(0.0, 1.0);
        var again = folder.resolve("again.json");
        SimulatedRankings.of(market, 3).write(again);
        assertThat(again).hasSameTextualContentAs(file);
    }
}
