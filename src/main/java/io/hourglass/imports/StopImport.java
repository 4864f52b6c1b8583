package io.hourglass.imports;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.imports.files.ImportFile;
import io.hourglass.imports.files.ImportState;
import io.hourglass.imports.files.Imports;
import io.hourglass.kernel.NotFound;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stops a file for good: what has been taken of it stays. Who did it is in the ledger. */
@Component
public class StopImport {

    private final Imports imports;
    private final Actions actions;
    private final Clock clock;

    StopImport(Imports imports, Actions actions, Clock clock) {
        this.imports = imports;
        this.actions = actions;
        this.clock = clock;
    }

    /**
     * To stop one that is over changes nothing, and nothing is noted.
     *
     * @throws NotFound if there is none
     */
    @Transactional
    public ImportFile stop(String id, String by) {
        if (imports.end(id, ImportState.STOPPED, clock.instant(), "stopped")) {
            actions.noteOf(by, Action.STOP_AN_IMPORT, id, "");
        }
        return imports.find(id).orElseThrow(() -> new NotFound("import", id));
    }
}
