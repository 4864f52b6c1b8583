/**
 * Kafka in and out: facts that come as records of a topic, and the outbox as a topic whose records are keyed by supplier. Off until
 * it is configured (ADR 79).
 */
@ApplicationModule(
        displayName = "Stream",
        allowedDependencies = {
            "kernel",
            "kernel :: events",
            "kernel :: text",
            "kernel :: time",
            "batch",
            "batch :: rows",
            "chat :: accounts",
            "imports :: lines",
            "imports :: taking",
            "messages :: outbox"
        })
@NullMarked
package io.hourglass.stream;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
