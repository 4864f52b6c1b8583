/** Mailboxes of suppliers: where each is, and how reading it goes (ADR 81). */
@NamedInterface("boxes")
@NullMarked
package io.hourglass.mailbox.boxes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
