/**
 * The process engine: its configuration, the clock it shares with everything else, the record of its timers, and the
 * access to Cockpit. It knows no feature, and apart from the {@code process} packages it alone knows Camunda.
 */
@ApplicationModule(
        displayName = "Engine",
        allowedDependencies = {"kernel :: events", "kernel :: time", "batch", "batch :: processes", "batch :: rows"})
@NullMarked
package io.hourglass.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
