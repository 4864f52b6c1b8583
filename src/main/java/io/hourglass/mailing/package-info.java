/**
 * Mail to people: who is told what by mail, when, and what became of it; the links in mails by which something can be done without
 * signing in (ADR 77). One way out of the outbox: nothing that raises events knows of it.
 */
@ApplicationModule(
        displayName = "Mailing",
        allowedDependencies = {
            "kernel",
            "kernel :: events",
            "kernel :: facts",
            "kernel :: ids",
            "kernel :: lists",
            "kernel :: text",
            "kernel :: time",
            "access :: accounts",
            "access :: callers",
            "audit :: actions",
            "mail",
            "mail :: parse",
            "persons",
            "batch",
            "messages :: outbox",
            "messages :: rules",
            "messages :: signing",
            "evidence",
            "evidence :: details",
            "inquiry",
            "inquiry :: intake",
            "inquiry :: judging",
            "inquiry :: lists",
            "chat",
            "chat :: accounts",
            "chat :: cases",
            "chat :: consultations",
            "chat :: judging"
        })
@NullMarked
package io.hourglass.mailing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
