/** The address of each inquiry, and back from an address to its inquiry. */
@NamedInterface("addresses")
@NullMarked
package io.hourglass.relay.addresses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
