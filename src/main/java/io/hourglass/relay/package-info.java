/**
 * The platform's relay: each inquiry has an address, and mail to it is the supplier's reply (ADR 78). From here up: {@code addresses}
 * has whose address is whose.
 */
@ApplicationModule(
        displayName = "Relay",
        allowedDependencies = {"kernel", "kernel :: ids", "messages :: signing", "inquiry"})
@NullMarked
package io.hourglass.relay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
