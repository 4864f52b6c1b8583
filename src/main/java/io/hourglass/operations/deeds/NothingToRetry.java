package io.hourglass.operations.deeds;

import io.hourglass.kernel.Refused;
import java.util.Map;

/** A retry was asked for where nothing has failed. Nothing has been changed. */
public class NothingToRetry extends Refused {

    public NothingToRetry(String message) {
        super("Nothing has failed", message, Map.of());
    }
}
