/** The API of mailboxes and outages. */
@NullMarked
package io.hourglass.mailbox.web;

import org.jspecify.annotations.NullMarked;
