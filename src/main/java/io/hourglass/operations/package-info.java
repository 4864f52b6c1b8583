/**
 * What operations need to know of the running system, and the few things that they may do to it: each with a reason, and
 * in the ledger. It keeps nothing of its own. Ports: {@link io.hourglass.operations.map.WorkflowDiagrams},
 * {@link io.hourglass.operations.work.OpenWork}, {@link io.hourglass.operations.work.Incidents} and
 * {@link io.hourglass.operations.Meters}.
 */
@ApplicationModule(
        displayName = "Operations",
        allowedDependencies = {
            "kernel",
            "kernel :: events",
            "kernel :: ids",
            "kernel :: lists",
            "kernel :: text",
            "kernel :: time",
            "kernel :: tracks",
            "batch",
            "batch :: processes",
            "sla :: days",
            "market :: profiles",
            "audit :: actions",
            "rate :: books",
            "rate :: numbers",
            "inquiry :: judging",
            "inquiry :: lists",
            "inquiry :: path",
            "inquiry :: policy",
            "chat :: abnormal",
            "chat :: policy",
            "chat :: watch",
            "messages :: rules"
        })
@NullMarked
package io.hourglass.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
