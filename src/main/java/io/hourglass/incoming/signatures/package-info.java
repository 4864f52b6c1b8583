/** Proves by its signature that a call is of a source, and of now. */
@NullMarked
package io.hourglass.incoming.signatures;

import org.jspecify.annotations.NullMarked;
