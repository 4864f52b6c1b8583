/**
 * The chat reply rate (C1): what a shop's accounts answer on the same natural day. A case is a consultation: one buyer with one
 * account on one day. From here up: {@code policy} has the rules as data, {@code judging} decides, {@code accounts} and
 * {@code consultations} are what is kept, {@code cases} lays it before the judge, {@code books} registers the track, {@code steps} follow
 * the process, {@code intake} takes in.
 */
@ApplicationModule(
        displayName = "Chat",
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
            "sla",
            "sla :: days",
            "market",
            "evidence",
            "evidence :: details",
            "evidence :: input",
            "audit",
            "audit :: entries",
            "audit :: persons",
            "audit :: seals",
            "persons",
            "policy",
            "policy :: versions",
            "rate",
            "rate :: books",
            "rate :: counts",
            "rate :: numbers",
            "rate :: provisional",
            "messages :: rules"
        })
@NullMarked
package io.hourglass.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
