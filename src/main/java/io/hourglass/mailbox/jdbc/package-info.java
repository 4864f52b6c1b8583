/** Where what is known of mailboxes and outages is kept. */
/** The tables of mailboxes, their secrets, and how far they were read. */
@NullMarked
package io.hourglass.mailbox.jdbc;

import org.jspecify.annotations.NullMarked;
