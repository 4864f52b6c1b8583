/** Reads JSON of others, and says of a field that is wrong where it stands. */
@NullMarked
package io.hourglass.incoming.json;

import org.jspecify.annotations.NullMarked;
