package io.hourglass.operations;

import io.hourglass.kernel.BadInput;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody does something to the running system. It goes into the ledger as it is written.
 *
 * @param text without blanks around it
 */
public record Reason(String text) {

    public static final String RULE = "given, in 1 to 1000 characters";
    private static final int MOST = 1000;

    /** @throws BadInput if nothing was written, or more than 1000 characters */
    public static Reason of(@Nullable String written) {
        var text = written == null ? "" : written.strip();
        if (text.isEmpty() || text.length() > MOST) {
            throw new BadInput("reason", written, RULE);
        }
        return new Reason(text);
    }
}
