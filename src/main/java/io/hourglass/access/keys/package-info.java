/**
 * Keys by which machines call: issued, shown once, withdrawn.
 */
@NamedInterface("keys")
@NullMarked
package io.hourglass.access.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
