/**
 * The ledger: at each day close a seal, the root of a Merkle tree over all that the day's numbers rest on. Anyone who keeps
 * such entries tells them through {@link io.hourglass.audit.entries.LedgerSource}; what comes beside the books is noted in
 * {@link io.hourglass.audit.entries.LedgerRecords}. Writers do not wait for each other: entries are sealed a day at a time (ADR 20).
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {
            "kernel",
            "kernel :: events",
            "kernel :: facts",
            "kernel :: ids",
            "kernel :: lists",
            "kernel :: text",
            "kernel :: time",
            "kernel :: tracks",
            "batch :: rows",
        })
@NullMarked
package io.hourglass.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
