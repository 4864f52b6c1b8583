/** What buyers are called. */
@NamedInterface("buyers")
@NullMarked
package io.hourglass.market.buyers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
