package io.hourglass.imports.history;

import io.hourglass.imports.files.ImportFile;
import io.hourglass.imports.files.Imports;
import io.hourglass.imports.files.Manner;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.replay.EmptyDatabase;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A history comes into a database that holds nothing else, and nothing else comes in before it is through. */
@Component
public class HistoryAlone {

    private static final String DATABASE = "spring.datasource.url";

    private final Imports imports;
    private final EmptyDatabase database;

    HistoryAlone(Imports imports, EmptyDatabase database) {
        this.imports = imports;
        this.database = database;
    }

    /** @throws InvalidInput if a history has been begun and is not through */
    public void checkNoneIsUnderWay() {
        imports.unfinishedHistory().ifPresent(file -> {
            throw new InvalidInput(
                    DATABASE,
                    "one into which the history " + file.name() + " is being brought",
                    "one whose history is through: give the command import --history the same file again");
        });
    }

    /**
     * @param sha256 of the file's bytes
     * @return the same file, if it was begun before; empty if the database holds nothing
     * @throws InvalidInput if it holds anything else
     */
    public Optional<ImportFile> begunBefore(String sha256) {
        var begun = imports.unfinished(sha256, Manner.HISTORY);
        if (begun.isEmpty()) {
            checkNoneIsUnderWay();
            if (!database.isEmpty()) {
                throw new InvalidInput(
                        DATABASE,
                        "one that holds something",
                        "an empty one: a history is what everything else follows");
            }
        }
        return begun;
    }
}
