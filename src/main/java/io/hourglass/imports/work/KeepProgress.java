package io.hourglass.imports.work;

import io.hourglass.imports.files.Counts;
import io.hourglass.imports.files.Imports;
import io.hourglass.imports.files.NotedLine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps how far a file has come, in the transaction of the part by which it has. */
@Component
class KeepProgress {

    /** A part takes a fraction of it. */
    static final Duration HELD = Duration.ofSeconds(10);

    private final Imports imports;
    private final Clock clock;

    KeepProgress(Imports imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    /**
     * @param counts what became of the part's lines
     * @param notes what there is to say of some of them
     * @return what became of all lines until here
     * @throws HoldLost if the file is another's by now
     */
    Counts keep(Part part, Counts counts, List<NotedLine> notes) {
        var until = part.before().plus(counts);
        imports.note(part.file(), notes);
        if (!imports.went(part.file(), part.holder(), clock.instant().plus(HELD), until, part.bytesRead())) {
            throw new HoldLost(part.file());
        }
        return until;
    }
}
