package io.hourglass.thirdtrack;

import io.hourglass.kernel.facts.FactKind;

enum CallBackFact implements FactKind {
    ASKED,
    CALLED,
    TAKEN_BACK;

    @Override
    public boolean opens() {
        return this == ASKED;
    }

    @Override
    public boolean isAnswer() {
        return this == CALLED;
    }

    @Override
    public boolean isCorrection() {
        return this == TAKEN_BACK;
    }

    @Override
    public boolean isAmendment() {
        return isCorrection();
    }

    @Override
    public boolean canBeAmendedBy(FactKind amendment) {
        return amendment == TAKEN_BACK && this == CALLED;
    }
}
