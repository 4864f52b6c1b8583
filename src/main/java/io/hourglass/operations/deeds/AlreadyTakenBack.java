package io.hourglass.operations.deeds;

import io.hourglass.kernel.Refused;
import java.util.Map;

/** An abnormal account was to be confirmed that had been taken back. Nothing has been changed. */
public class AlreadyTakenBack extends Refused {

    public AlreadyTakenBack(String id) {
        super("Taken back already", "the account " + id + " was taken back; mark the buyer by hand instead", Map.of());
    }
}
