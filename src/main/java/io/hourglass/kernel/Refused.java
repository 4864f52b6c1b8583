package io.hourglass.kernel;

import java.util.Map;

/**
 * What was asked for is well formed, and a rule refuses it as things stand: 409 in the API. Nothing has been changed. A module
 * says which rule by a type of its own.
 */
public abstract class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String title;
    private final transient Map<String, ?> said;

    /**
     * @param title a few words, the same for all of its kind
     * @param message why, without a full stop
     * @param said further fields for programs, such as a reason
     */
    protected Refused(String title, String message, Map<String, ?> said) {
        super(message);
        this.title = title;
        this.said = Map.copyOf(said);
    }

    public String title() {
        return title;
    }

    public Map<String, ?> said() {
        return said;
    }
}
