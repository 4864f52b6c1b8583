/**
 * An event log driven through the real use cases and the real engine under simulated time: the {@code replay} command,
 * and the sample marketplace of a first start. A backfill of past data is a replay of its log.
 */
@ApplicationModule(
        displayName = "Replay",
        allowedDependencies = {
            "kernel",
            "kernel :: facts",
            "kernel :: ids",
            "kernel :: lists",
            "kernel :: text",
            "kernel :: time",
            "kernel :: tracks",
            "access :: accounts",
            "access :: callers",
            "sla :: days",
            "market",
            "market :: buyers",
            "market :: profiles",
            "evidence",
            "evidence :: details",
            "rate :: books",
            "rate :: numbers",
            "inquiry",
            "inquiry :: intake",
            "inquiry :: judging",
            "inquiry :: policy",
            "inquiry :: reading",
            "engine",
            "mailbox :: boxes",
            "mailbox :: coverage",
            "mailbox :: imap",
            "mailbox :: outages",
            "referral",
            "referral :: offers",
            "chat",
            "chat :: accounts",
            "chat :: consultations",
            "chat :: intake",
            "chat :: judging",
            "chat :: policy"
        })
@NullMarked
package io.hourglass.replay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
