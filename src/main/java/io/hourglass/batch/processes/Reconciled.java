package io.hourglass.batch.processes;

import java.util.Collection;

/** Processes of one model that should be where our own rows say. Implemented by the module whose processes they are. */
public interface Reconciled {

    /** The model's key. */
    String process();

    /**
     * The business keys of those that do not seem to be where they should be.
     *
     * @param limit how many at the most
     */
    Collection<String> astray(int limit);

    /** Brings one to where it should be. To be called in a transaction of its own. */
    Did reconcile(String businessKey);

    /** What was done. */
    enum Did {
        /** It was where it should be. */
        NOTHING,
        /** It was missing, and has been begun. */
        BEGUN,
        /** It stood where it could not go on, and has been begun anew. */
        BEGUN_ANEW,
        /** It had not been notified, and has been moved on. */
        MOVED,
        /** It was there without cause, and has been discarded. */
        DISCARDED,
        /** It is suspended, and left until it is resumed. */
        LEFT;

        public boolean hasChanged() {
            return this != NOTHING && this != LEFT;
        }
    }
}
