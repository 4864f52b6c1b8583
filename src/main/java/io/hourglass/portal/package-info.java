/** The pages of each audience: where everybody lands, and those of buyers, suppliers, operations and auditors. No rule lives here. */
@ApplicationModule(
        displayName = "Portal",
        allowedDependencies = {
            "kernel",
            "kernel :: facts",
            "kernel :: lists",
            "kernel :: text",
            "kernel :: time",
            "kernel :: tracks",
            "web",
            "access",
            "access :: accounts",
            "access :: keys",
            "sla",
            "market",
            "evidence",
            "policy",
            "audit",
            "audit :: actions",
            "audit :: check",
            "audit :: persons",
            "audit :: seals",
            "audit :: verifier",
            "rate",
            "rate :: books",
            "rate :: numbers",
            "rate :: standing",
            "inquiry",
            "inquiry :: intake",
            "inquiry :: judging",
            "inquiry :: policy",
            "inquiry :: lists",
            "inquiry :: reading",
            "inquiry :: search",
            "dispute",
            "dispute :: kept",
            "dispute :: rules",
            "diagnosis",
            "trace",
            "operations",
            "operations :: deeds",
            "operations :: map",
            "referral",
            "referral :: links",
            "referral :: offers",
            "referral :: ranking",
            "referral :: rules"
        })
@NullMarked
package io.hourglass.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
