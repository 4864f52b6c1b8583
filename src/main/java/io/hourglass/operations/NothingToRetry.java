package io.hourglass.operations;

/** A retry was asked for where nothing has failed. Nothing has been changed. */
public class NothingToRetry extends RuntimeException {

    public NothingToRetry(String message) {
        super(message);
    }
}
