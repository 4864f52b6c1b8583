/**
 * Clocks and verdicts: a pure function of facts, policy version and an as-of instant. It decides every inquiry, and no
 * timer, process path or order of arrival does. No Spring, no SQL, no engine; it reads no clock. Start at
 * {@link io.hourglass.sla.Judge}.
 */
@ApplicationModule(displayName = "SLA", allowedDependencies = "kernel")
@NullMarked
package io.hourglass.sla;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
