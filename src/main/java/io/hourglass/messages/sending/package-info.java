/**
 * The sending of what is due: claimed under a lease, sent outside of any transaction, and what came of it written in groups (ADR 73).
 */
@NullMarked
package io.hourglass.messages.sending;

import org.jspecify.annotations.NullMarked;
