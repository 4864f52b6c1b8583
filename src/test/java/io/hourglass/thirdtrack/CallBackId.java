package io.hourglass.thirdtrack;

import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.Track;

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
