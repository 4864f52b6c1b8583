package io.hourglass.mailbox.coverage;

import io.hourglass.kernel.ids.SupplierId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of a time has changed: verdicts that rest on it may be others. Implemented by who keeps them. */
public interface CoverageChanges {

    /**
     * Outside of a transaction, after the change.
     *
     * @param supplier null for all
     */
    void changed(@Nullable SupplierId supplier, Instant from, Instant until);
}
