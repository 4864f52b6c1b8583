package io.hourglass.operations.deeds;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.text.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * The reason for an action on the running system. It goes into the ledger as it is written.
 *
 * @param text without blanks around it
 */
public record Reason(String text) {

    public static final String RULE = "given, in 1 to 1000 characters, none of them NUL or half of a surrogate pair";
    private static final int MAX = 1000;

    /**
     * @throws InvalidInput if nothing was written, more than 1000 characters, or some that cannot be kept
     */
    public static Reason of(@Nullable String written) {
        var text = StoredText.typed(written);
        if (text.isEmpty() || text.length() > MAX || !StoredText.isStorable(text)) {
            throw new InvalidInput("reason", written, RULE);
        }
        return new Reason(text);
    }
}
