/**
 * The suppliers of the marketplace. Hourglass learns of one with its first inquiry; nobody has to register it (R13).
 */
@ApplicationModule(
        displayName = "Market",
        allowedDependencies = {
            "kernel",
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
