/**
 * What is measured away from the running program: how well the ranking of alternatives foretells, on the log of a
 * marketplace. The simulated marketplace beside it, in {@code src/lab}, is no part of the jar (ADR 17).
 */
@ApplicationModule(
        displayName = "Laboratory",
        allowedDependencies = {
            "kernel",
            "kernel :: ids",
            "kernel :: text",
            "kernel :: time",
            "inquiry :: judging",
            "referral :: ranking",
            "replay",
            "replay :: log"
        })
@NullMarked
package io.hourglass.lab;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
