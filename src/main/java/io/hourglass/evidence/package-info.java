/**
 * Facts and the single way in for them: idempotent by external id, never changed, never dropped. A fact states what
 * happened and never whether it counts; that is the judge's business.
 */
@ApplicationModule(
        displayName = "Evidence",
        allowedDependencies = {
            "kernel",
            "kernel :: facts",
            "kernel :: ids",
            "kernel :: text",
            "kernel :: time",
            "kernel :: tracks",
            "batch :: rows"
        })
@NullMarked
package io.hourglass.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
