/**
 * The suppliers of the marketplace. Hourglass adds one with its first inquiry; it need not be registered (R13).
 */
@ApplicationModule(
        displayName = "Market",
        allowedDependencies = {
            "kernel",
            "kernel :: ids",
            "kernel :: text",
            "kernel :: time",
            "batch",
            "batch :: rows",
            "audit :: actions"
        })
@NullMarked
package io.hourglass.market;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
