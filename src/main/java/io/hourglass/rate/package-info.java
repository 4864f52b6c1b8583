/**
 * The books: verdict entries, day closes, day buckets, published numbers, and the provisional figure. It does not know
 * how a case is judged: the module that has the cases implements {@link io.hourglass.rate.books.Settlement}.
 */
@ApplicationModule(
        displayName = "Rate",
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
            "batch :: rows",
            "sla :: days",
            "audit",
            "audit :: actions",
            "audit :: entries",
            "audit :: seals",
            "policy",
            "policy :: versions"
        })
@NullMarked
package io.hourglass.rate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
