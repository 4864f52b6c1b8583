/** Where what is known of mailboxes and outages is kept. */
@NullMarked
package io.hourglass.mailbox.jdbc;

import org.jspecify.annotations.NullMarked;
