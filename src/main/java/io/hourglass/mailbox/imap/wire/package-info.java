/**
 * One connection to a mail server: to an address that was checked, encrypted by a name that was checked, and each command within a time and a number
 * of bytes. Commands are written and responses are taken apart by Angus Mail; they are read here, since its own reader believes what
 * lengths a server announces.
 */
@NullMarked
package io.hourglass.mailbox.imap.wire;

import org.jspecify.annotations.NullMarked;
