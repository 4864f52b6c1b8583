package io.hourglass.imports.work;

/** A line cannot be taken as it is. */
class RejectedLine extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RejectedLine(String why) {
        super(why);
    }
}
