/**
 * What every SLA process shares: natural days, when their books close, and when their numbers are published, by the versions of
 * a policy; and which corrections of facts stand. No Spring, no SQL, no engine; it reads no clock. A process brings its own
 * policy and judge, as {@code inquiry} and {@code chat} do.
 */
@ApplicationModule(
        displayName = "SLA",
        allowedDependencies = {"kernel :: facts", "kernel :: ids"})
@NullMarked
package io.hourglass.sla;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
