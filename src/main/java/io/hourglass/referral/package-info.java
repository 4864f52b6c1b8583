/**
 * Other suppliers for a buyer whose inquiry went unanswered or was rejected (R30): the offer, what the buyer picks, what
 * becomes of it, and how suppliers are ranked (ADR 15, 16). It does not know inquiries; the module that has them implements
 * {@link io.hourglass.referral.CarryOver} and {@link io.hourglass.referral.ReferralContext}.
 */
@ApplicationModule(
        displayName = "Referral",
        allowedDependencies = {
            "kernel",
            "kernel :: ids",
            "kernel :: lists",
            "kernel :: text",
            "kernel :: time",
            "batch",
            "batch :: processes",
            "batch :: rows",
            "sla :: days",
            "audit :: actions",
            "policy",
            "policy :: versions",
            "market :: profiles",
            "rate :: numbers",
            "rate :: standing"
        })
@NullMarked
package io.hourglass.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
