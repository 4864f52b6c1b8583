/** The figure of a period whose books are still open, from what has been judged so far. */
@NamedInterface("provisional")
@NullMarked
package io.hourglass.rate.provisional;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
