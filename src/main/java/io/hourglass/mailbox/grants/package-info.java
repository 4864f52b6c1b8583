/** Access to mailboxes by OAuth 2 (RFC 6749, section 6): what a supplier granted, and the tokens that follow from it (ADR 81). */
@NamedInterface("grants")
@NullMarked
package io.hourglass.mailbox.grants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
