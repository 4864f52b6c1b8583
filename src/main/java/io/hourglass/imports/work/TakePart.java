package io.hourglass.imports.work;

import io.hourglass.batch.Batched;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.engine.SettableClock;
import io.hourglass.imports.files.Counts;
import io.hourglass.imports.files.NotedLine;
import io.hourglass.imports.files.NotedLine.Kind;
import io.hourglass.imports.lines.FactLine;
import io.hourglass.imports.taking.RejectedLine;
import io.hourglass.imports.taking.TakeLine;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes a part of a file in one transaction, with how far the file has come: neither is there without the other. */
@Component
public class TakePart {

    private static final Set<String> OF_USE_CASES = Set.of("occurredAt", "receivedAt");

    private final TakeLine each;
    private final KeepProgress progress;
    private final WriteBatch rows;
    private final SettableClock clock;

    TakePart(TakeLine each, KeepProgress progress, WriteBatch rows, SettableClock clock) {
        this.each = each;
        this.progress = progress;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @return what became of all lines until here
     * @throws HoldLost if the file is another's by now
     */
    @Batched
    public Counts take(Part part) {
        var rejected = new ArrayList<NotedLine>();
        var counts = Counts.NONE.withLines(part.lines().size());
        for (var line : part.lines()) {
            counts = counts.plus(take(line, rejected));
        }
        return progress.keep(part, counts.withRejected(rejected.size()), rejected);
    }

    /** One that is refused after something of it was written takes the part back with it, which is then taken line by line. */
    private Counts take(FactLine line, List<NotedLine> rejected) {
        var written = rows.written();
        try {
            learnNow(line);
            return each.take(line);
        } catch (InvalidInput | NotFound | Refused | RejectedLine e) {
            if (rows.written() > written) {
                throw e;
            }
            rejected.add(rejected(line, e));
            return Counts.NONE;
        }
    }

    /** What is no history's is learned of by the clock as it goes. */
    private void learnNow(FactLine line) {
        var then = line.recordedAt();
        if (then != null) {
            clock.set(then);
        }
    }

    static NotedLine rejected(FactLine line, RuntimeException why) {
        return new NotedLine(
                line.line().number(),
                Kind.REJECTED,
                String.valueOf(asInFiles(why).getMessage()),
                line.line().latin());
    }

    /** Where a file has another name for what the use cases call it. */
    private static RuntimeException asInFiles(RuntimeException why) {
        return why instanceof InvalidInput bad && OF_USE_CASES.contains(bad.field())
                ? new InvalidInput("at", bad.value(), bad.rule())
                : why;
    }
}
