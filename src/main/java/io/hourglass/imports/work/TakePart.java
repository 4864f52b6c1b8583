package io.hourglass.imports.work;

import io.hourglass.batch.Batched;
import io.hourglass.imports.files.Counts;
import io.hourglass.imports.files.NotedLine;
import io.hourglass.imports.files.NotedLine.Kind;
import io.hourglass.imports.lines.FactLine;
import io.hourglass.imports.taking.TakeLines;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/** Takes a part of a file in one transaction, with how far the file has come: neither is there without the other. */
@Component
public class TakePart {

    private final TakeLines take;
    private final KeepProgress progress;

    TakePart(TakeLines take, KeepProgress progress) {
        this.take = take;
        this.progress = progress;
    }

    /**
     * @return what became of all lines until here
     * @throws HoldLost if the file is another's by now
     */
    @Batched
    public Counts take(Part part) {
        var lines = part.lines();
        var rejected = new ArrayList<NotedLine>();
        var counts = take.take(lines, (place, why) -> rejected.add(rejected(lines.get(place), why)));
        return progress.keep(part, counts.withLines(lines.size()).withRejected(rejected.size()), rejected);
    }

    static NotedLine rejected(FactLine line, String why) {
        return new NotedLine(
                line.line().number(), Kind.REJECTED, why, line.line().latin());
    }
}
