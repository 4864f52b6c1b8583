package io.hourglass.batch;

/** More calls are waiting, or are being answered, than can be answered in time: this one has not been begun. */
public class Overloaded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Overloaded(String why) {
        super(why);
    }
}
