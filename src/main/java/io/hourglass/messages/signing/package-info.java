/** How a message is written and signed, by Standard Webhooks and CloudEvents 1.0 (ADR 73). */
@NamedInterface("signing")
@NullMarked
package io.hourglass.messages.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
