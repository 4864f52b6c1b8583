package io.hourglass.thirdtrack;

import io.hourglass.kernel.CaseId;
import io.hourglass.kernel.Track;

record CallBackId(String value) implements CaseId {

    static final Track CALL_BACKS = new Track("CALL_BACK");

    @Override
    public Track track() {
        return CALL_BACKS;
    }

    @Override
    public String toString() {
        return value;
    }
}
