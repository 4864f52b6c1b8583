/** Mails that wait, were sent, or could not be, and the way from an event to those whom it concerns. */
@NamedInterface("outgoing")
@NullMarked
package io.hourglass.mailing.outgoing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
