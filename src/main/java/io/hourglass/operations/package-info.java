/**
 * What operations need to know of the running system, and the few things that they may do to it: each with a reason, and
 * in the ledger. It keeps nothing of its own. Ports: {@link io.hourglass.operations.map.WorkflowDiagrams},
 * {@link io.hourglass.operations.OpenWork}, {@link io.hourglass.operations.Incidents} and
 * {@link io.hourglass.operations.Meters}.
 */
@ApplicationModule(
        displayName = "Operations",
        allowedDependencies = {
            "kernel",
            "kernel :: lists",
            "kernel :: text",
            "kernel :: time",
            "kernel :: tracks",
            "batch",
            "batch :: processes",
            "sla",
            "market",
            "audit :: actions",
            "rate :: books",
            "rate :: numbers",
            "inquiry :: judging",
            "inquiry :: policy",
            "inquiry :: lists",
            "inquiry :: path"
        })
@NullMarked
package io.hourglass.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
