package io.hourglass.trace;

import io.hourglass.inquiry.InquiryFile.KeptFact;
import io.hourglass.kernel.FactKind;
import io.hourglass.sla.Judgement;

/** What a fact does at present; the first that applies. */
public enum Effect {
    /** Taken back by a later fact. */
    RETRACTED,
    /** Learned of after the books of its inquiry's day had closed: kept, and changes nothing. */
    TOO_LATE,
    /** A rule refuses it. */
    REFUSED,
    /** A reply that is no answer: by a kind of author that does not count, or without text. */
    NO_ANSWER,
    /** The verdict rests on it. */
    DECIDES,
    /** In force, and not the one that decides. */
    STANDS;

    public static Effect of(KeptFact kept, Judgement judgement) {
        var fact = kept.stored().fact();
        var correction = kept.correction();
        if (correction != null && correction.is(FactKind.RETRACTED)) {
            return RETRACTED;
        }
        if (kept.stored().late()) {
            return TOO_LATE;
        }
        if (kept.refusal() != null) {
            return REFUSED;
        }
        if (fact.is(FactKind.REPLIED) && !kept.answers()) {
            return NO_ANSWER;
        }
        return fact.id().equals(judgement.decidingFact()) ? DECIDES : STANDS;
    }
}
