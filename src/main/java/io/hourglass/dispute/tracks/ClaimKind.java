package io.hourglass.dispute.tracks;

import io.hourglass.kernel.facts.FactKind;

/**
 * What a track's cases may be claimed to lack.
 *
 * @param fact that the claim becomes; one that speaks about something says how that was from the beginning, so that it has no instant
 * @param isAbout whether it speaks about another fact, or another case
 * @param hasAuthor whether it says who wrote
 */
public record ClaimKind(FactKind fact, boolean isAbout, boolean hasAuthor) {

    /** Something happened. */
    public static ClaimKind act(FactKind fact) {
        return new ClaimKind(fact, false, fact.isAnswer());
    }

    /** Something that is known did not happen, or was otherwise. */
    public static ClaimKind about(FactKind fact) {
        return new ClaimKind(fact, true, false);
    }

    /** Another kind of author wrote it. */
    public static ClaimKind author(FactKind fact) {
        return new ClaimKind(fact, true, true);
    }
}
