/**
 * Instants and spans in their written forms: in ISO, in a column, and in words of a zone and a language. Nothing here reads a
 * clock.
 */
@NamedInterface("time")
@NullMarked
package io.hourglass.kernel.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
