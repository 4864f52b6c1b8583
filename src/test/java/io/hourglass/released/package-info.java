/** The databases that releases left behind, and what becomes of them in the present program. */
@NullMarked
package io.hourglass.released;

import org.jspecify.annotations.NullMarked;
