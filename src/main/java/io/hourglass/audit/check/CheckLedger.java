package io.hourglass.audit.check;

import io.hourglass.audit.LedgerExport;
import io.hourglass.audit.roots.KeptRoots;
import io.hourglass.audit.verifier.Finding;
import io.hourglass.audit.verifier.LedgerState;
import io.hourglass.kernel.ids.Track;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Verifies that the ledger is as it was sealed: written again from the tables, verified like an exported file, and compared
 * with the roots that are kept outside the database.
 */
@Component
public class CheckLedger {

    private final LedgerExport export;
    private final KeptRoots roots;

    CheckLedger(LedgerExport export, KeptRoots roots) {
        this.export = export;
        this.roots = roots;
    }

    /**
     * It goes through a file, since days may be large.
     *
     * @param from the first day; null for the first of all
     * @param to the last, included; null for the last of all
     * @throws IOException if there is no room for the file, or the file of roots cannot be read
     */
    public LedgerState check(Track track, @Nullable LocalDate from, @Nullable LocalDate to) throws IOException {
        var file = Files.createTempFile("ledger", ".ndjson");
        try {
            write(track, from, to, file);
            try (var exported = Files.newInputStream(file)) {
                return LedgerState.of(exported).with(outside(track, from, to));
            }
        } finally {
            Files.delete(file);
        }
    }

    private void write(Track track, @Nullable LocalDate from, @Nullable LocalDate to, Path file) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (var seal : export.days(track, from, to)) {
                export.write(seal, out);
            }
        }
    }

    private List<Finding> outside(Track track, @Nullable LocalDate from, @Nullable LocalDate to) throws IOException {
        return roots.differences(track, from, to).stream()
                .map(one -> new Finding(one.day(), Finding.Kind.OUTSIDE, null, null, one.explanation()))
                .toList();
    }
}
