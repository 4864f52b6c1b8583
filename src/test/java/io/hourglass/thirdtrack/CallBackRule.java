package io.hourglass.thirdtrack;

import io.hourglass.kernel.tracks.Rule;

enum CallBackRule implements Rule {
    DAY_GOES_ON(CallBackState.OPEN),
    CALLED_THAT_DAY(CallBackState.KEPT),
    NOT_CALLED_THAT_DAY(CallBackState.MISSED),
    LEARNED_AFTER_CLOSE(CallBackState.OUT_OF_BOOKS);

    private final CallBackState state;

    CallBackRule(CallBackState state) {
        this.state = state;
    }

    @Override
    public CallBackState state() {
        return state;
    }
}
