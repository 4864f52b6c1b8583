package io.hourglass.inquiry.judging;

import io.hourglass.kernel.facts.Fact;
import java.util.List;

/**
 * An inquiry and its follow-ups, of which one is asked about.
 *
 * @param file the mail that is asked about
 * @param root the inquiry: itself, unless it is a follow-up
 * @param known of the inquiry and its follow-ups, whether or not the books are closed
 */
record Conversation(CaseFile file, CaseFile root, KnownFacts known) {

    boolean isFollowUp() {
        return !root.id().equals(file.id());
    }

    /** To a follow-up, those that were written to it. */
    List<Fact> answers() {
        return isFollowUp() ? known.countingReplies(file.id()) : known.countingReplies();
    }
}
