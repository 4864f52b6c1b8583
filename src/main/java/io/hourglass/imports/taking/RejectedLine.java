package io.hourglass.imports.taking;

/** A line cannot be taken as it is. */
public class RejectedLine extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RejectedLine(String why) {
        super(why);
    }
}
