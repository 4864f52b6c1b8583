/** The folders of a mailbox, as servers list and name them, and which of them holds what was sent. */
@NullMarked
package io.hourglass.mailbox.imap.folders;

import org.jspecify.annotations.NullMarked;
