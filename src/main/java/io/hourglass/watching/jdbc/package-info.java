/** Counts for figures, straight from the tables. */
@NullMarked
package io.hourglass.watching.jdbc;

import org.jspecify.annotations.NullMarked;
