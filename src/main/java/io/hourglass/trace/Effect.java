package io.hourglass.trace;

import io.hourglass.inquiry.InquiryFile.KeptFact;
import io.hourglass.kernel.FactKind;
import io.hourglass.sla.Judgement;

/** What a fact does at present; the first that applies. */
public enum Effect {
    /** Taken back by a later fact. */
    RETRACTED,
    /** A rule refuses it. */
    REFUSED,
    /** Learned of after the books of its inquiry's day had closed: kept, and changes no verdict. */
    TOO_LATE,
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
        if (kept.refusal() != null) {
            return REFUSED;
        }
        if (kept.stored().late() && bearsOnTheVerdict(fact.kind())) {
            return TOO_LATE;
        }
        if (fact.is(FactKind.REPLIED) && !kept.answers()) {
            return NO_ANSWER;
        }
        return fact.id().equals(judgement.decidingFact()) ? DECIDES : STANDS;
    }

    private static boolean bearsOnTheVerdict(FactKind kind) {
        return kind != FactKind.ALTERNATIVES_REQUESTED && kind != FactKind.FOLLOW_UP && kind != FactKind.IN_THREAD;
    }
}
