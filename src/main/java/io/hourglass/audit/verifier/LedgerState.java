package io.hourglass.audit.verifier;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether days of a ledger are as they were sealed.
 *
 * @param days how many were looked at
 * @param entries how many are in them
 * @param whole whether there is nothing to find
 * @param findings in the order of the days
 */
public record LedgerState(int days, long entries, boolean whole, List<Finding> findings) {

    /**
     * @param exported days as an export writes them; may be empty
     * @throws IOException if it does not begin with the line about a seal, or one of those cannot be read
     */
    public static LedgerState of(InputStream exported) throws IOException {
        try (var lines = Lines.of(exported)) {
            var result = LedgerCheck.of(lines);
            return new LedgerState(result.days(), result.entries(), result.whole(), List.copyOf(result.findings()));
        }
    }

    /** The same with further findings, each among those of its day. */
    public LedgerState with(List<Finding> further) {
        var all = Stream.concat(findings.stream(), further.stream())
                .sorted(comparing(Finding::day))
                .toList();
        return new LedgerState(days, entries, all.isEmpty(), all);
    }
}
