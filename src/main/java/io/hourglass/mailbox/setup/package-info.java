/** Suppliers connect their mailboxes, change and disconnect them; a known provider's server is found by the address (ADR 81). */
@NamedInterface("setup")
@NullMarked
package io.hourglass.mailbox.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
