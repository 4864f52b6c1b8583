/** Which events are still to go, in tables. */
@NullMarked
package io.hourglass.stream.jdbc;

import org.jspecify.annotations.NullMarked;
