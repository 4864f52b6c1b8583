package io.hourglass.imports.work;

import io.hourglass.batch.Overloaded;
import io.hourglass.imports.files.Counts;
import io.hourglass.imports.files.ImportFile;
import io.hourglass.imports.files.ImportState;
import io.hourglass.imports.files.Imports;
import io.hourglass.imports.files.Manner;
import io.hourglass.imports.lines.FactLine.Unreadable;
import io.hourglass.imports.lines.FileLines;
import io.hourglass.imports.taking.InHalves;
import io.hourglass.imports.taking.TakeLines;
import io.hourglass.kernel.InvalidInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Goes through a file that nobody else goes through, from the first line that has not been taken on. */
@Component
public class GoThrough {

    private static final Logger log = LoggerFactory.getLogger(GoThrough.class);

    private static final int PART = 200;
    private static final long MOST_REJECTED = 100_000;

    private final Imports imports;
    private final TakePart take;
    private final RehearsePart rehearse;
    private final TakeHistory history;
    private final Clock clock;
    private final String holder = UUID.randomUUID().toString();

    GoThrough(Imports imports, TakePart take, RehearsePart rehearse, TakeHistory history, Clock clock) {
        this.imports = imports;
        this.take = take;
        this.rehearse = rehearse;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Goes through the file, or through the eldest that waits and is no history; until it is over, or {@code goesOn} says no.
     *
     * @param id null for the eldest
     * @param goesOn asked after each part, with what became of all lines until then
     * @return whether there was one that nobody held
     */
    public boolean next(@Nullable String id, Consumer<Counts> told, BooleanSupplier goesOn) {
        var now = clock.instant();
        var file = imports.hold(id, holder, now, now.plus(KeepProgress.HELD));
        file.ifPresent(held -> {
            go(held, told, goesOn);
            imports.dropBytes();
        });
        return file.isPresent();
    }

    private void go(ImportFile file, Consumer<Counts> told, BooleanSupplier goesOn) {
        try {
            if (goThrough(file, told, goesOn)) {
                imports.end(file.id(), ImportState.DONE, clock.instant(), null);
            } else {
                imports.letGo(file.id(), holder);
            }
        } catch (HoldLost e) {
            log.info("{}", e.getMessage());
        } catch (Overloaded | TransactionException | DataAccessResourceFailureException e) {
            log.warn("Import {} goes on later: {}", file.id(), e.toString());
        } catch (InvalidInput | IOException | UncheckedIOException e) {
            imports.end(file.id(), ImportState.FAILED, clock.instant(), String.valueOf(e.getMessage()));
        }
    }

    /** False if it is left before its end. */
    private boolean goThrough(ImportFile file, Consumer<Counts> told, BooleanSupplier goesOn) throws IOException {
        if (file.rehearsed()) {
            imports.restart(file.id());
        }
        var taking = taking(file.manner());
        try {
            taking.begin();
            var isThrough = goThrough(file, taking, told, goesOn);
            if (isThrough) {
                taking.end();
            }
            return isThrough;
        } finally {
            taking.stop();
        }
    }

    private Taking taking(Manner manner) {
        var seen = new SeenInquiries();
        return switch (manner) {
            case TAKEN -> take::take;
            case REHEARSED -> part -> rehearse.take(part, seen);
            case HISTORY -> history.untilNow();
        };
    }

    private boolean goThrough(ImportFile file, Taking taking, Consumer<Counts> told, BooleanSupplier goesOn)
            throws IOException {
        var counts = file.rehearsed() ? Counts.NONE : file.counts();
        try (var bytes = new ChunkStream(imports, file.id());
                var lines = FileLines.of(bytes, file.manner())) {
            lines.skip(counts.lines());
            for (var read = lines.next(PART); !read.isEmpty(); read = lines.next(PART)) {
                for (var stretch : taking.stretches(read)) {
                    counts = taken(new Part(file.id(), holder, counts, bytes.bytesRead(), stretch), taking);
                }
                told.accept(counts);
                if (counts.rejected() > MOST_REJECTED) {
                    throw new InvalidInput("file", counts.rejected() + " rejected lines", "at most " + MOST_REJECTED);
                }
                if (!goesOn.getAsBoolean()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A line by which a part fails in a way that no rule foresees is found by halving the part, and rejected. */
    private static Counts taken(Part part, Taking taking) {
        return InHalves.take(
                part.lines(),
                part.before(),
                (some, until) -> taking.take(part.of(some, until)),
                (one, until, why) -> rejected(part.of(List.of(one), until), taking, why));
    }

    private static Counts rejected(Part part, Taking taking, RuntimeException why) {
        var line = part.lines().get(0).line();
        log.warn("Line {} of import {} cannot be taken", line.number(), part.file(), why);
        return taking.take(part.of(List.of(new Unreadable(line, TakeLines.reason(why))), part.before()));
    }
}
