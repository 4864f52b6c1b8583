/** What a marketplace says of a supplier: its name, what it sells, and whether it takes inquiries. */
@NamedInterface("profiles")
@NullMarked
package io.hourglass.market.profiles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
