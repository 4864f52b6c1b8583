/**
 * Who is calling and what they may see: roles, accounts, keys of machines, and the access checks of every address. What
 * a caller has to do with a case is asked of those who implement {@link io.hourglass.access.callers.CaseParties}.
 */
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {
            "kernel",
            "kernel :: ids",
            "kernel :: text",
            "kernel :: time",
            "kernel :: tracks",
            "audit :: actions",
            "audit :: persons"
        })
@NullMarked
package io.hourglass.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
