package io.hourglass.engine.deployment;

import java.util.concurrent.atomic.AtomicBoolean;

/** Whether {@link Bait} has been loaded. */
final class Caught {

    static final AtomicBoolean LOADED = new AtomicBoolean();

    private Caught() {}
}
