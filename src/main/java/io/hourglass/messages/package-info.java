/**
 * What is told to others outside: the outbox of events, and signed webhooks to which they are sent (ADR 72, 73). Whoever raises
 * an event knows {@link io.hourglass.kernel.events.Events} alone; a further way out is a {@code Sink}.
 */
@ApplicationModule(
        displayName = "Messages",
        allowedDependencies = {
            "kernel",
            "kernel :: events",
            "kernel :: ids",
            "kernel :: lists",
            "kernel :: text",
            "kernel :: time",
            "batch",
            "batch :: rows",
            "sla :: days",
            "audit :: actions",
            "policy :: versions"
        })
@NullMarked
package io.hourglass.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
