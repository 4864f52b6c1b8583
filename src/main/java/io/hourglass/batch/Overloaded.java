package io.hourglass.batch;

/** More calls are waiting than can be answered in time: this one has not been begun. */
public class Overloaded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Overloaded(int waiting) {
        super(waiting + " calls are waiting already");
    }
}
