package io.hourglass.relay.mails;

import io.hourglass.kernel.ids.FactId;
import io.hourglass.mail.MailClass;
import org.jspecify.annotations.Nullable;

/**
 * What became of a mail.
 *
 * @param fact the reply that it is; null if it is none
 * @param late whether the books of the inquiry's day had closed
 * @param refused whether the reply is without effect by a rule
 */
public record Taken(Became became, MailClass mailClass, @Nullable FactId fact, boolean late, boolean refused) {

    static Taken none(Became became, MailClass mailClass) {
        return new Taken(became, mailClass, null, false, false);
    }

    /** Whether it was taken, and how. */
    public enum Became {
        /** The supplier's reply, or a program's of its. */
        REPLY("it is a reply"),
        /** The same had come before. */
        KNOWN("the same had come before"),
        /** A mail of ours came back: its account gets no more. */
        BOUNCE("it is a mail that came back"),
        /** The buyer wrote into its own thread. */
        OF_BUYER("it is the buyer's own"),
        /** One that this program has sent. */
        OF_OURS("this program has sent it");

        private final String words;

        Became(String words) {
            this.words = words;
        }

        /** In English, behind "since". */
        public String words() {
            return words;
        }
    }
}
