/**
 * What may be told to others: events, raised in the transaction of the change, and the port that takes them (ADR 72).
 */
@NamedInterface("events")
@NullMarked
package io.hourglass.kernel.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
