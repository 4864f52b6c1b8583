package io.hourglass.chaos.check;

import io.hourglass.audit.verifier.LedgerState;
import io.hourglass.chaos.stage.Ledgers;
import io.hourglass.chat.ConsultationId;
import io.hourglass.kernel.ids.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The ledger of each track holds every day whose books have closed, and is as it was sealed. */
final class LedgersCheck {

    private LedgersCheck() {}

    static Finding in(Tables tables, Path directory) throws IOException {
        var comparison = new Comparison();
        var differences = new ArrayList<String>();
        var entries = 0;
        for (var track : List.of(Track.INQUIRY, ConsultationId.CHAT)) {
            var ledger = stateOf(Ledgers.file(directory, track));
            entries += Math.toIntExact(ledger.entries());
            comparison.of("sealed days of " + track, closedDays(tables, track), ledger.days());
            ledger.findings().forEach(finding -> differences.add("ledger of " + track + ", " + finding));
        }
        differences.addAll(comparison.differences());
        return new Finding("ledger", entries, differences);
    }

    private static LedgerState stateOf(Path file) throws IOException {
        try (var exported = Files.newInputStream(file)) {
            return LedgerState.of(exported);
        }
    }

    private static int closedDays(Tables tables, Track track) {
        var now = tables.now();
        return (int) tables.bookDays(track).values().stream()
                .filter(day -> !day.closesAt().isAfter(now))
                .count();
    }
}
