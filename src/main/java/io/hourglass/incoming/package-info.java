/**
 * Incoming webhooks: other systems tell facts by signed calls, without an account here. What they say goes to the tracks' own use cases,
 * each delivery once (ADR 76). From here up: {@code sources} has who may call, {@code signatures} proves that it did, {@code json} and
 * {@code chatwoot} read what it said, {@code deliveries} takes it.
 */
@ApplicationModule(
        displayName = "Incoming",
        allowedDependencies = {
            "kernel",
            "kernel :: facts",
            "kernel :: ids",
            "kernel :: text",
            "kernel :: time",
            "batch",
            "batch :: rows",
            "evidence :: details",
            "chat",
            "chat :: intake",
            "chat :: judging",
            "imports :: files",
            "imports :: lines",
            "imports :: taking",
            "relay :: addresses",
            "relay :: mails"
        })
@NullMarked
package io.hourglass.incoming;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
