package io.hourglass.kernel.facts;

/** What can happen to a case of a track. Each track has kinds of its own. */
public interface FactKind {

    /** Unique within the track, at most 24 characters; kept and sealed by this name, so that none may be named anew. */
    String name();

    /** Whether a case begins with it, so that nothing was known of it before. */
    boolean opens();

    /** Whether it is a reply; the policy decides whether it counts. */
    boolean isAnswer();

    /** Whether it says that an earlier fact was otherwise, or was not. */
    boolean isCorrection();

    /** Whether it speaks about another fact, which it then names. */
    boolean isAmendment();

    /** Whether an amendment of that kind may speak about a fact of this one. */
    boolean canBeAmendedBy(FactKind amendment);
}
