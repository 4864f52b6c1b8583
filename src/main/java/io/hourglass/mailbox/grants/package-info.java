/** Access to mailboxes by OAuth 2 (RFC 6749): what a supplier consents to, and the tokens that follow from it (ADR 81, 86). */
@NamedInterface("grants")
@NullMarked
package io.hourglass.mailbox.grants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
