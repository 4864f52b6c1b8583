package io.hourglass.audit.actions;

import java.util.Optional;

/** Who makes the call that is being answered. Implemented by the module that knows callers. */
public interface CurrentActor {

    /** The id under which one acts; empty where the program acts by itself, or for a caller whom it does not know. */
    Optional<String> acts();
}
