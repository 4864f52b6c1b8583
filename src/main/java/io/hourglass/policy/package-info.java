/**
 * The versions of every kind of policy (ADR 8, 38): kept, never changed, activated ahead, withdrawn before they are in force. A
 * kind registers itself by a bean of {@link io.hourglass.policy.versions.PolicyVersions}.
 */
@ApplicationModule(
        displayName = "Policy",
        allowedDependencies = {
            "kernel",
            "kernel :: facts",
            "kernel :: time",
            "batch :: rows",
            "sla :: days",
            "audit :: actions"
        })
@NullMarked
package io.hourglass.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
