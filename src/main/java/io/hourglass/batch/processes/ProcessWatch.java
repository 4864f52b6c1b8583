package io.hourglass.batch.processes;

import java.util.Set;

/** Where processes are, for the reconciler; it asks about few, and one by one. */
public interface ProcessWatch {

    /**
     * @param process the model's key
     */
    Whereabouts of(String process, String businessKey);

    /** Deletes what lives under the key, what it called included; without notices. */
    void discard(String process, String businessKey);

    /** Whether the latest version of the model is there and not suspended. */
    boolean canBegin(String process);

    /**
     * @param waits the nodes of the model at which it is; none if it does not live
     * @param suspended itself or a job of it
     * @param failed a job of it has no retries left, and is left to a person
     * @param driven a job will move it
     */
    record Whereabouts(Set<String> waits, boolean suspended, boolean failed, boolean driven) {

        public Whereabouts {
            waits = Set.copyOf(waits);
        }

        public boolean lives() {
            return !waits.isEmpty();
        }

        /** What it is to begin one now, in the place of this. */
        public Reconciled.Did begun() {
            return lives() ? Reconciled.Did.BEGUN_ANEW : Reconciled.Did.BEGUN;
        }

        public boolean waitsAt(String node) {
            return waits.contains(node);
        }

        /** It waits there, and will continue by a job or by a person. */
        public boolean isWellAt(String node) {
            return waitsAt(node) && (driven || failed);
        }
    }
}
