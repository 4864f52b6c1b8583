package io.hourglass.evidence;

import io.hourglass.kernel.FactId;

/** A fact was sent again under its id, but with other content. Nothing has been changed. */
public class FactConflict extends RuntimeException {

    private final FactId id;

    public FactConflict(FactId id) {
        super("a fact with the id " + id + " is known already, with other content");
        this.id = id;
    }

    public FactId id() {
        return id;
    }
}
