/**
 * What people and machines meet at the door: the start page, the pages of buyers and suppliers, and errors of the API
 * as problem details. No rule lives here.
 */
@ApplicationModule(
        displayName = "Portal",
        allowedDependencies = {
            "kernel",
            "group",
            "access",
            "sla",
            "market",
            "evidence",
            "policy",
            "audit",
            "audit :: check",
            "audit :: verifier",
            "rate",
            "rate :: standing",
            "inquiry",
            "inquiry :: judging",
            "dispute",
            "diagnosis",
            "trace",
            "operations",
            "referral",
            "referral :: ranking"
        })
@NullMarked
package io.hourglass.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
