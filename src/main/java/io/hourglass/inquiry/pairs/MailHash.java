package io.hourglass.inquiry.pairs;

import io.hourglass.kernel.text.Sha256;
import java.util.Base64;

/**
 * What is kept of a mail's id: the beginning of SHA-256 over the buyer's pseudonym and the id. The same mail is known again
 * by it, after an erasure of the buyer too, whose pseudonym stays; without the id it cannot be derived.
 */
public final class MailHash {

    /** As many characters of base64url. */
    private static final int LENGTH = 22;

    private MailHash() {}

    /** @param id as {@link io.hourglass.kernel.facts.MessageId#normal} has it */
    public static String of(String pseudonym, String id) {
        return cut(pseudonym + ' ' + id);
    }

    /** By which a person's findings tie other mails to an inquiry. */
    public static String ofFinding(String inquiry) {
        return cut("inquiry " + inquiry);
    }

    private static String cut(String text) {
        return Base64.getUrlEncoder().encodeToString(Sha256.of(text)).substring(0, LENGTH);
    }
}
