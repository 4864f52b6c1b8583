package io.hourglass.imports.history;

import io.hourglass.imports.files.Manner;
import io.hourglass.imports.lines.FactLine;
import io.hourglass.imports.lines.FileLines;
import io.hourglass.kernel.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A file that says what was learned of when; it is read to its end before anything of it is kept. */
public final class HistoryFile {

    private static final int AT_ONCE = 1_000;

    private HistoryFile() {}

    /**
     * @param now what is learned of later is no history
     * @throws InvalidInput if its first line says of no format what it is, or its lines are not in the order in which they were learned of
     * @throws IOException if it cannot be read to its end
     */
    public static void check(Path file, Instant now) throws IOException {
        try (var bytes = Files.newInputStream(file);
                var lines = FileLines.of(bytes, Manner.HISTORY)) {
            var last = Instant.MIN;
            for (var read = lines.next(AT_ONCE); !read.isEmpty(); read = lines.next(AT_ONCE)) {
                for (var line : read) {
                    last = check(line, last, now);
                }
            }
        }
    }

    private static Instant check(FactLine line, Instant last, Instant now) {
        var then = line.recordedAt();
        if (then == null) {
            return last; // against the format: it is rejected in its turn
        }
        var field = "recordedAt in line " + line.line().number();
        if (then.isBefore(last)) {
            throw new InvalidInput(field, then, "not before " + last + ", that of a line above: sort the file by it");
        }
        if (then.isAfter(now)) {
            throw new InvalidInput(field, then, "not after now, " + now);
        }
        return then;
    }
}
