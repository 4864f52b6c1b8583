package io.hourglass.inquiry;

import io.hourglass.kernel.SupplierId;
import io.hourglass.rate.JudgedCase;
import io.hourglass.sla.Judgement;

/** A judgement, and whose number it feeds. */
record JudgedInquiry(Judgement judgement, SupplierId supplier) {

    /** As the books take it in. */
    JudgedCase inBooks() {
        return new JudgedCase(
                judgement.inquiry(),
                supplier.subject(),
                judgement.clocks().day(),
                judgement.rule(),
                judgement.decidingFact(),
                judgement.anchor(),
                judgement.policyVersion());
    }
}
