package io.hourglass.imports.files;

/** How far a file is. */
public enum ImportState {
    /** It is not here as a whole yet. */
    COMING_IN,
    /** Its lines are being taken, or wait for a node. */
    OPEN,
    DONE,
    /** It could not be gone through; what had been taken stays. */
    FAILED,
    /** People stopped it; what had been taken stays. */
    STOPPED;

    public boolean isOver() {
        return this == DONE || this == FAILED || this == STOPPED;
    }
}
