/**
 * Disputes: a supplier disputes a verdict, and operations or an auditor decides (ADR 22, ADR 70). What is accepted
 * becomes a fact, and the judge decides again; after the books' close it restates the numbers too. Nobody needs this module
 * but those above it. A track registers a {@link io.hourglass.dispute.tracks.DisputedTrack}. Other ports:
 * {@link io.hourglass.dispute.kept.Disputes}, {@link io.hourglass.dispute.kept.RestatedNumbers} and
 * {@link io.hourglass.dispute.DisputeWorkflow}.
 */
@ApplicationModule(
        displayName = "Dispute",
        allowedDependencies = {
            "kernel",
            "kernel :: events",
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
            "evidence :: input",
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
            "inquiry :: reading",
            "chat",
            "chat :: accounts",
            "chat :: cases",
            "chat :: consultations",
            "chat :: intake",
            "chat :: judging",
            "chat :: policy"
        })
@NullMarked
package io.hourglass.dispute;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
