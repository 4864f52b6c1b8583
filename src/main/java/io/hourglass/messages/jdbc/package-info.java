/** The tables of the outbox and of webhooks. */
@NullMarked
package io.hourglass.messages.jdbc;

import org.jspecify.annotations.NullMarked;
