package io.hourglass.audit.actions;

import java.util.Optional;

/** Who makes the call that is being answered. Implemented by the module that knows callers. */
public interface CurrentActor {

    /** The id of the actor; empty for acts of the program itself, or of an unauthenticated caller. */
    Optional<String> acts();
}
