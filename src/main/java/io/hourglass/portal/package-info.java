/** The pages of each audience: the start page, those of buyers, suppliers, operations and auditors. No rule lives here. */
@ApplicationModule(
        displayName = "Portal",
        allowedDependencies = {
            "kernel",
            "kernel :: facts",
            "kernel :: lists",
            "kernel :: text",
            "kernel :: tracks",
            "web",
            "access",
            "sla",
            "market",
            "evidence",
            "policy",
            "audit",
            "audit :: check",
            "audit :: verifier",
            "rate",
            "rate :: books",
            "rate :: numbers",
            "rate :: standing",
            "inquiry",
            "inquiry :: intake",
            "inquiry :: judging",
            "inquiry :: lists",
            "inquiry :: reading",
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
