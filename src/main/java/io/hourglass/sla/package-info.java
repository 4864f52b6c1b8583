/**
 * What every SLA process shares: natural days and clocks, the versions of the reply policy, states and verdicts, and what a
 * judge says. No Spring, no SQL, no engine; it reads no clock. A process brings its own judge, as
 * {@code inquiry.judging} is one.
 */
@ApplicationModule(
        displayName = "SLA",
        allowedDependencies = {"kernel", "kernel :: facts"})
@NullMarked
package io.hourglass.sla;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
