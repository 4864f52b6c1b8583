package io.hourglass.lab.simulation;

import io.hourglass.kernel.text.OneLine;
import java.io.IOException;
import java.nio.file.Path;

/** {@code ./mvnw -Plab verify}: measures the rankings in a simulated marketplace, prints the comparison and keeps it. */
final class SimulateReferrals {

    private SimulateReferrals() {}

    /** @param arguments the seed, and the file for the comparison as JSON */
    public static void main(String... arguments) throws IOException {
        var found = SimulatedRankings.of(MarketSize.DEFAULT, Long.parseLong(arguments[0]));
        found.print(OneLine.terminal(System.out));
        found.write(Path.of(arguments[1]));
    }
}
