package io.hourglass.imports.work;

/** Another goes through the file by now, or it is over: nothing of the part is kept. */
class HoldLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HoldLost(String file) {
        super("the import " + file + " is held by another, or is over");
    }
}
