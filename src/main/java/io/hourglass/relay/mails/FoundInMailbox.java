package io.hourglass.relay.mails;

import io.hourglass.mailbox.SyncedMail.Folder;
import java.util.Set;

/**
 * How a mail was found that the supplier had sent from its own mailbox.
 *
 * @param folder where it lay
 * @param by what it was taken to be about its inquiry
 * @param doubts why a person has to look, beside by what and of whom it is
 */
public record FoundInMailbox(Folder folder, MatchedBy by, Set<Doubt> doubts) {

    public FoundInMailbox {
        doubts = Set.copyOf(doubts);
    }

    /** Whether nothing but its subject and its participants speak for it. */
    public boolean isCandidate() {
        return by == MatchedBy.SUBJECT;
    }

    /** By what. */
    public enum MatchedBy {
        /** It answers a mail that is known to be about the inquiry. */
        THREAD,
        /** It answers one that we sent about it. */
        NOTIFICATION,
        /** It was sent to the inquiry's address. */
        ADDRESS,
        /** It has the inquiry's subject, and goes to its buyer. */
        SUBJECT
    }

    /** What speaks against it. */
    public enum Doubt {
        /** It says that it arrived at a time up to which the folder had been read, and was not there then. */
        PUT_LATER,
        /** The buyer's address is not among those it went to. */
        NOT_TO_BUYER,
        /** It is a mail passed on, perhaps to a colleague. */
        PASSED_ON
    }
}
