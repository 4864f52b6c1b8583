/**
 * The platform's relay: each inquiry has an address, and mail to it is the supplier's reply (ADR 78). From here up: {@code addresses}
 * has whose address is whose, {@code rules} what the policy says, {@code mails} takes what comes,
 * {@code smtp} is where the mail server may hand it over, and {@code synced} takes what was read in suppliers' mailboxes (ADR 82).
 */
@ApplicationModule(
        displayName = "Relay",
        allowedDependencies = {
            "kernel",
            "kernel :: facts",
            "kernel :: ids",
            "kernel :: text",
            "kernel :: time",
            "kernel :: tracks",
            "batch",
            "access :: accounts",
            "access :: callers",
            "sla :: days",
            "audit :: actions",
            "kernel :: lists",
            "policy :: versions",
            "evidence",
            "evidence :: details",
            "mail",
            "mail :: parse",
            "persons",
            "mailbox",
            "imports :: taking",
            "messages :: signing",
            "inquiry",
            "inquiry :: intake",
            "inquiry :: judging",
            "inquiry :: threads",
            "mailing :: links",
            "mailing :: outgoing",
            "mailing :: people",
            "mailing :: sending",
            "mailing :: smtp"
        })
@NullMarked
package io.hourglass.relay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
