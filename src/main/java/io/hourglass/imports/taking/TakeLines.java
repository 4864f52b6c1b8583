package io.hourglass.imports.taking;

import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.engine.SettableClock;
import io.hourglass.imports.files.Counts;
import io.hourglass.imports.lines.FactLine;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.Refused;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Takes lines one after the other, in the transaction that there is. */
@Component
public class TakeLines {

    private static final Set<String> OF_USE_CASES = Set.of("occurredAt", "receivedAt");

    private final TakeLine each;
    private final WriteBatch rows;
    private final SettableClock clock;

    TakeLines(TakeLine each, WriteBatch rows, SettableClock clock) {
        this.each = each;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @param rejected is told the place of each line that cannot be taken, and why
     * @return what became of the others
     */
    public Counts take(List<FactLine> lines, BiConsumer<Integer, String> rejected) {
        var counts = Counts.NONE;
        for (var at = 0; at < lines.size(); at++) {
            var place = at;
            counts = counts.plus(take(lines.get(at), why -> rejected.accept(place, why)));
        }
        return counts;
    }

    /** One that is refused after something of it was written takes all back with it, which are then taken in parts. */
    private Counts take(FactLine line, Consumer<String> rejected) {
        var written = rows.written();
        try {
            learnNow(line);
            return each.take(line);
        } catch (InvalidInput | NotFound | Refused | RejectedLine e) {
            if (rows.written() > written) {
                throw e;
            }
            rejected.accept(reason(e));
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

    /** What only the program's own words say; of others the log has them. */
    public static String reason(RuntimeException why) {
        return why instanceof InvalidInput
                        || why instanceof NotFound
                        || why instanceof Refused
                        || why instanceof RejectedLine
                ? String.valueOf(asInLines(why).getMessage())
                : "it cannot be kept as it is";
    }

    /** Where a line has another name for what the use cases call it. */
    private static RuntimeException asInLines(RuntimeException why) {
        return why instanceof InvalidInput bad && OF_USE_CASES.contains(bad.field())
                ? new InvalidInput("at", bad.value(), bad.rule())
                : why;
    }
}
