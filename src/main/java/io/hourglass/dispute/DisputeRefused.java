package io.hourglass.dispute;

import io.hourglass.kernel.Refused;
import java.util.Map;

/** A dispute cannot be raised, or not be decided in this way. Nothing has been changed. */
public class DisputeRefused extends Refused {

    /** The rule. */
    public enum Reason {
        /** The id is known with other content. */
        KNOWN_OTHERWISE,
        /** The time in which the verdict could be disputed is over. */
        TOO_LATE,
        /** The inquiry has another open dispute. */
        ANOTHER_IS_OPEN,
        /** It has been decided, and otherwise; or it has lapsed. */
        DECIDED,
        /** Nobody decides a dispute that they raised. */
        RAISED_BY_YOU,
        /** After the books' close an auditor decides. */
        FOR_AUDITORS,
        /** The books are being closed at this moment; they can be restated once that is done. */
        BOOKS_ARE_CLOSING
    }

    private final Reason reason;

    DisputeRefused(Reason reason, String message) {
        super("The dispute is refused", message, Map.of("reason", reason));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
