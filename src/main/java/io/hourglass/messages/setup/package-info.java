/** What operations do to webhooks: add, change and switch them, and have messages sent again. */
@NamedInterface("setup")
@NullMarked
package io.hourglass.messages.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
