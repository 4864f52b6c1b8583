package io.hourglass.kernel;

/** Something was asked for, or a fact was sent for it, that Hourglass does not know. */
public class NotKnown extends RuntimeException {

    private final String what;
    private final String id;

    public NotKnown(String what, String id) {
        super("no " + what + " with the id " + id);
        this.what = what;
        this.id = id;
    }

    public String what() {
        return what;
    }

    public String id() {
        return id;
    }
}
