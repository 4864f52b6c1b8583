package io.hourglass.access;

/** Somebody may make the call, but not for this. Nothing has been changed. */
public class NotAllowed extends RuntimeException {

    /** @param because a whole sentence, for whom it is refused */
    public NotAllowed(String because) {
        super(because);
    }
}
