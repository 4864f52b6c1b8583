/**
 * The chat reply rate (C1): what a shop's accounts answer on the same natural day. A case is a consultation: one buyer with one
 * account on one day. From here up: {@code policy} has the rules as data, {@code judging} decides.
 */
@ApplicationModule(
        displayName = "Chat",
        allowedDependencies = {
            "kernel",
            "kernel :: facts",
            "kernel :: ids",
            "kernel :: text",
            "kernel :: tracks",
            "sla",
            "sla :: days"
        })
@NullMarked
package io.hourglass.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
