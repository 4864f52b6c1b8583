/**
 * The outbox: events are kept with the change that they tell, and handed to each sink afterwards (ADR 72).
 */
@NamedInterface("outbox")
@NullMarked
package io.hourglass.messages.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
