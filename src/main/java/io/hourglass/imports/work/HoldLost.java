package io.hourglass.imports.work;

import io.hourglass.imports.taking.BrokenOff;

/** Another goes through the file by now, or it is over: nothing of the part is kept. */
class HoldLost extends BrokenOff {

    private static final long serialVersionUID = 1L;

    HoldLost(String file) {
        super("the import " + file + " is held by another, or is over");
    }
}
