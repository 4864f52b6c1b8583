/** Secrets of mailboxes, which are kept encrypted: the keys, and how their change is carried out (ADR 81). */
@NamedInterface("secrets")
@NullMarked
package io.hourglass.mailbox.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
