/** Takes a line of facts into the track that it is of, or keeps it until its inquiry is known; for files, and for whoever else brings lines. */
@NamedInterface("taking")
@NullMarked
package io.hourglass.imports.taking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
