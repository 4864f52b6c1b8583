/** The calls by which mailboxes are connected, and by which operations see how reading them goes; and those of outages. */
@NullMarked
package io.hourglass.mailbox.web;

import org.jspecify.annotations.NullMarked;
