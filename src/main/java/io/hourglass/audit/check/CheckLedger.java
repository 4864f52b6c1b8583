package io.hourglass.audit.check;

import io.hourglass.audit.LedgerExport;
import io.hourglass.audit.verifier.LedgerState;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says whether the ledger is as it was sealed: told anew from what is kept, and verified like an exported file. */
@Component
public class CheckLedger {

    private final LedgerExport export;

    CheckLedger(LedgerExport export) {
        this.export = export;
    }

    /**
     * It goes through a file, since days may be large.
     *
     * @param from the first day; null for the first of all
     * @param to the last, included; null for the last of all
     * @throws IOException if there is no room for the file
     */
    public LedgerState check(@Nullable LocalDate from, @Nullable LocalDate to) throws IOException {
        var file = Files.createTempFile("ledger", ".ndjson");
        try {
            write(from, to, file);
            try (var exported = Files.newInputStream(file)) {
                return LedgerState.of(exported);
            }
        } finally {
            Files.delete(file);
        }
    }

    private void write(@Nullable LocalDate from, @Nullable LocalDate to, Path file) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (var seal : export.days(from, to)) {
                export.write(seal, out);
            }
        }
    }
}
