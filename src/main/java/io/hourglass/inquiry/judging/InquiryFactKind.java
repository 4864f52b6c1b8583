package io.hourglass.inquiry.judging;

import io.hourglass.kernel.facts.FactKind;

/** What can happen to an inquiry. */
public enum InquiryFactKind implements FactKind {
    RECEIVED,
    /** The system judged the inquiry spam at intake (R9). */
    SYSTEM_SPAM,
    /** A further mail of the buyer that opened no case at intake. Since 0.2.0 each is RECEIVED, and the judge says what it is. */
    FOLLOW_UP,
    /** A mail of the inquiry's thread from before facts had hashes, once another mail answers it. */
    IN_THREAD,
    REPLIED,
    /** A reply that could not be delivered: it counts, and is flagged. */
    BOUNCED,
    REJECTED,
    SPAM_REPORTED,
    /** The buyer takes the inquiry back. */
    WITHDRAWN,
    /** A person's finding: the mail belongs to the inquiry that it names, or to none but itself (R3). */
    BELONGS_TO,
    ALTERNATIVES_REQUESTED,
    /** A correction: the fact it supersedes did not happen. */
    RETRACTED,
    /** A correction: the reply it supersedes was written by another kind of author. */
    RECLASSIFIED;

    /** @throws ClassCastException if it is that of another track */
    public static InquiryFactKind of(FactKind factKind) {
        return (InquiryFactKind) factKind;
    }

    @Override
    public boolean opens() {
        return this == RECEIVED;
    }

    @Override
    public boolean isAnswer() {
        return this == REPLIED;
    }

    @Override
    public boolean isCorrection() {
        return this == RETRACTED || this == RECLASSIFIED;
    }

    @Override
    public boolean isAmendment() {
        return isCorrection() || this == BOUNCED;
    }

    @Override
    public boolean canBeAmendedBy(FactKind amendment) {
        return amendment == RETRACTED
                ? this != RECEIVED && this != FOLLOW_UP && this != IN_THREAD && this != ALTERNATIVES_REQUESTED
                : (amendment == RECLASSIFIED || amendment == BOUNCED) && this == REPLIED;
    }
}
