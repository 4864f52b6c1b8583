package io.hourglass.mailing.outgoing;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.mailing.outgoing.OutgoingMail.State;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is told to people by mail, was told, and could not be. */
public interface OutgoingMails {

    /** With the transaction that hands the events on. */
    void add(Collection<OutgoingMail> mails);

    /**
     * Takes what is due to a few accounts, all that is due to each; each is taken by one node.
     *
     * @param until then they are due again, should this node be lost
     */
    List<OutgoingMail> claim(Instant now, Instant until, int accounts, int limit);

    void end(Collection<Ended> ended);

    /**
     * What became of an attempt.
     *
     * @param at when it ended, or, while it waits, when it is due again
     * @param letter null if it went with none
     */
    record Ended(OutgoingMail mail, State state, Instant at, @Nullable String letter, @Nullable String reason) {}

    /** Those that went with a letter came back. @return the account that it was sent to; empty if there is no such letter */
    Optional<String> bounced(String letter, Instant at, String reason);

    /** @return whether there is one that was given up or came back */
    boolean sendAgain(String id, Instant now);

    /**
     * Which are looked for: all that is given must hold.
     *
     * @param account null for all
     * @param state null for any
     */
    record Sought(@Nullable String account, @Nullable State state) {

        /** @throws InvalidInput if no account can have that name */
        public Sought {
            if (account != null) {
                StoredText.check("account", account);
            }
        }
    }

    /** The latest first. */
    List<OutgoingMail> latest(Sought sought, long offset, int limit);

    /** About a case, in the order of what they tell. */
    List<OutgoingMail> about(Track track, String id);

    /** The ids of the cases of the track that a letter told of. */
    List<String> toldBy(String letter, Track track);

    /** How many there are of each state, but not how many were sent: all of 400 days. */
    Map<State, Integer> counted();

    /** Those that were added before. */
    void forgetBefore(Instant instant);

    /** From then on under another name. */
    void rename(String account, String replacement);
}
