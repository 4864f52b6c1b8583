/**
 * What people and machines meet at the door: the start page, and errors of the API as problem details. No rule lives
 * here.
 */
@ApplicationModule(
        displayName = "Portal",
        allowedDependencies = {"kernel", "group", "sla", "market", "evidence", "rate", "referral", "inquiry"})
@NullMarked
package io.hourglass.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
