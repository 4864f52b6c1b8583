/**
 * The versions of the reply policy: kept, never changed, each with the author kinds that its table counted when it was
 * activated. Whoever judges asks here which version is in force.
 */
@ApplicationModule(
        displayName = "Policy",
        allowedDependencies = {"kernel", "sla"})
@NullMarked
package io.hourglass.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
