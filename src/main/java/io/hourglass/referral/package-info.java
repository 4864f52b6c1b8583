/**
 * Other suppliers for a buyer whose inquiry went unanswered (R30): so far, how relevant each is to what the buyer is
 * looking for, learnt from who served earlier inquiries (ADR 15).
 */
@ApplicationModule(
        displayName = "Referral",
        allowedDependencies = {"kernel"})
@NullMarked
package io.hourglass.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
