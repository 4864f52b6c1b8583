package io.hourglass.imports.taking;

/** Whoever takes lines has to stop, and none of them is at fault. */
public abstract class BrokenOff extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected BrokenOff(String why) {
        super(why);
    }
}
