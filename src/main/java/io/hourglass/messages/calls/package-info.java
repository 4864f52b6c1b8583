/**
 * Calls of addresses outside, by whoever may set them up: never to this machine or its network, never for longer than a bound,
 * and without a thread that waits (ADR 73).
 */
@NamedInterface("calls")
@NullMarked
package io.hourglass.messages.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
