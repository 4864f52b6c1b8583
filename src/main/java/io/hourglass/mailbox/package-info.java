/**
 * Suppliers' own mailboxes (R17–R20, R22): read by IMAP, and what has been seen of them and what has not. Start at {@code coverage} for
 * what a judge asks, at {@code sync} for how a mailbox is read. Where what was read goes is said by {@link io.hourglass.mailbox.SyncedMails}.
 */
@ApplicationModule(
        displayName = "Mailboxes",
        allowedDependencies = {
            "kernel",
            "kernel :: events",
            "kernel :: ids",
            "kernel :: lists",
            "kernel :: text",
            "kernel :: time",
            "batch",
            "batch :: rows",
            "access :: accounts",
            "access :: callers",
            "audit :: actions",
            "mail",
            "mail :: parse",
            "messages :: calls",
            "messages :: signing"
        })
@NullMarked
package io.hourglass.mailbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
