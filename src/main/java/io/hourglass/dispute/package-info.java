/**
 * Disputes: a supplier disputes a verdict, and operations or an auditor decides (ADR 22). What is accepted
 * becomes a fact, and the judge decides again; after the books' close it restates the numbers too. Nobody needs this module
 * but those above it. Ports: {@link io.hourglass.dispute.kept.Disputes}, {@link io.hourglass.dispute.kept.RestatedNumbers}
 * and {@link io.hourglass.dispute.DisputeWorkflow}.
 */
@ApplicationModule(
        displayName = "Dispute",
        allowedDependencies = {
            "kernel",
            "kernel :: facts",
            "kernel :: ids",
            "kernel :: lists",
            "kernel :: text",
            "kernel :: time",
            "kernel :: tracks",
            "batch",
            "batch :: processes",
            "batch :: rows",
            "access :: callers",
            "sla :: days",
            "evidence",
            "evidence :: details",
            "audit :: actions",
            "persons",
            "policy",
            "policy :: versions",
            "rate",
            "rate :: books",
            "rate :: numbers",
            "rate :: standing",
            "inquiry",
            "inquiry :: intake",
            "inquiry :: judging",
            "inquiry :: policy",
            "inquiry :: reading"
        })
@NullMarked
package io.hourglass.dispute;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
