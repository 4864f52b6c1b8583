package io.hourglass.thirdtrack;

import io.hourglass.kernel.tracks.State;

enum CallBackState implements State {
    OPEN,
    KEPT,
    MISSED,
    OUT_OF_BOOKS;

    @Override
    public boolean countable() {
        return this == KEPT || this == MISSED;
    }

    @Override
    public boolean met() {
        return this == KEPT;
    }

    @Override
    public boolean pending() {
        return this == OPEN;
    }
}
