/**
 * The versions of every kind of policy (ADR 8, 38): kept, never changed, activated ahead, withdrawn before they are in force. A
 * kind registers itself by a bean of {@link io.hourglass.policy.PolicyVersions}.
 */
@ApplicationModule(
        displayName = "Policy",
        allowedDependencies = {"kernel", "kernel :: time", "batch :: rows", "sla", "audit :: actions"})
@NullMarked
package io.hourglass.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
