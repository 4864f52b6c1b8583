/**
 * Mailboxes are read again and again, each by one node at a time, and only what is new (ADR 81). Start at
 * {@link io.hourglass.mailbox.sync.SyncMailboxes}; what happens with one is in {@link io.hourglass.mailbox.sync.ReadMailbox}.
 */
@NamedInterface("sync")
@NullMarked
package io.hourglass.mailbox.sync;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
