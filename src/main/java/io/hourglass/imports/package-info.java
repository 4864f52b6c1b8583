/**
 * Bulk import: files of facts of either track, taken in parts that are a transaction each, with how far they have come. A file may
 * be larger than memory; what dies in the middle goes on where it was (ADR 75).
 */
@ApplicationModule(
        displayName = "Imports",
        allowedDependencies = {
            "kernel",
            "kernel :: facts",
            "kernel :: ids",
            "kernel :: lists",
            "kernel :: text",
            "kernel :: time",
            "batch",
            "batch :: processes",
            "batch :: rows",
            "access :: callers",
            "audit :: actions",
            "sla :: days",
            "engine",
            "rate :: books",
            "evidence",
            "evidence :: details",
            "persons",
            "inquiry",
            "inquiry :: intake",
            "inquiry :: judging",
            "inquiry :: policy",
            "chat",
            "chat :: intake",
            "chat :: judging",
            "chat :: policy",
            "replay",
            "replay :: log"
        })
@NullMarked
package io.hourglass.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
