/**
 * Figures of the running program for Prometheus: what came in, and what operations see, looked up in the background while somebody scrapes
 * (ADR 88). No label has a value for each supplier, buyer, account or host.
 */
@ApplicationModule(
        displayName = "Watching",
        allowedDependencies = {
            "kernel",
            "kernel :: facts",
            "kernel :: ids",
            "kernel :: time",
            "kernel :: tracks",
            "batch",
            "batch :: meters",
            "mailbox :: boxes",
            "rate :: books",
            "inquiry :: intake",
            "inquiry :: judging",
            "chat :: intake",
            "operations",
            "operations :: work"
        })
@NullMarked
package io.hourglass.watching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
