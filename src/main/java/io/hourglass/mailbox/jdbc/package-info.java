/** The tables of mailboxes, their secrets, how far they were read, and what is known of them; and of outages. */
@NullMarked
package io.hourglass.mailbox.jdbc;

import org.jspecify.annotations.NullMarked;
