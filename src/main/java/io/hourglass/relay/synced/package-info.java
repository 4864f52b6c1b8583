/**
 * What was read in suppliers' mailboxes becomes their replies, and what is about no inquiry is forgotten at once (ADR 82). Start at {@code
 * TakeSyncedMails}.
 */
@NullMarked
package io.hourglass.relay.synced;

import org.jspecify.annotations.NullMarked;
