/** How the fields of a request that brings facts are written, whatever track they are of, and what is said of them in the API's description. */
@NamedInterface("input")
@NullMarked
package io.hourglass.evidence.input;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
