package io.hourglass.imports;

import io.hourglass.imports.files.ImportFile;
import io.hourglass.imports.files.ImportState;
import io.hourglass.imports.files.Imports;
import io.hourglass.kernel.NotFound;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Stops a file for good: what has been taken of it stays. */
@Component
public class StopImport {

    private final Imports imports;
    private final Clock clock;

    StopImport(Imports imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    /**
     * To stop one that is over changes nothing.
     *
     * @throws NotFound if there is none
     */
    public ImportFile stop(String id, String by) {
        imports.end(id, ImportState.STOPPED, clock.instant(), "stopped by " + by);
        return imports.find(id).orElseThrow(() -> new NotFound("import", id));
    }
}
