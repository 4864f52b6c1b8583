/**
 * Webhooks: to which addresses events are sent, which kinds each takes, and what has become of each delivery (ADR 73).
 */
@NamedInterface("webhooks")
@NullMarked
package io.hourglass.messages.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
