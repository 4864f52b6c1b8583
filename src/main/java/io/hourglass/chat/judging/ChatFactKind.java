package io.hourglass.chat.judging;

import io.hourglass.kernel.facts.FactKind;

/** What can happen between a buyer and an account, or be known of the buyer's account. */
public enum ChatFactKind implements FactKind {
    /** The buyer wrote to the account. */
    ASKED,
    /** The account wrote to the buyer. */
    WROTE,
    /** The buyer was handed over to the account (C8). */
    TRANSFERRED,
    /** The account blocked the buyer, which changes nothing (C12). */
    BLOCKED,
    /** The buyer is platform staff, for the whole natural day and after (C9). */
    MARKED_STAFF,
    /** The buyer is of the shop itself, for the whole natural day and after (C10). */
    MARKED_OWN,
    /** The buyer's account is abnormal, from that instant on (C11). */
    MARKED_ABNORMAL,
    /** A correction: the fact it supersedes did not happen. */
    RETRACTED,
    /** A correction: the account's message was written by another kind of author. */
    RECLASSIFIED;

    /** Of what opens a consultation there may be many, and more may have been known before. */
    @Override
    public boolean opens() {
        return false;
    }

    /** Whether a consultation begins at the earliest of them. */
    public boolean opensConsultation() {
        return this == ASKED || this == TRANSFERRED;
    }

    @Override
    public boolean isAnswer() {
        return this == WROTE;
    }

    @Override
    public boolean isCorrection() {
        return this == RETRACTED || this == RECLASSIFIED;
    }

    @Override
    public boolean isAmendment() {
        return isCorrection();
    }

    /** Whether it says what the buyer's account is. */
    public boolean isMark() {
        return this == MARKED_STAFF || this == MARKED_OWN || this == MARKED_ABNORMAL;
    }

    @Override
    public boolean canBeAmendedBy(FactKind amendment) {
        return amendment == RETRACTED ? this != BLOCKED : amendment == RECLASSIFIED && this == WROTE;
    }
}
