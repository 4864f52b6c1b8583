/**
 * A few mailboxes are waited for by IDLE, so that they are read as soon as something new is in them (ADR 87). Nothing is read here. Start at
 * {@link io.hourglass.mailbox.idle.IdleMailboxes}.
 */
@NullMarked
package io.hourglass.mailbox.idle;

import org.jspecify.annotations.NullMarked;
