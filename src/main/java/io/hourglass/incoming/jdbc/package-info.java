/** The deliveries that were taken, in the database. */
@NullMarked
package io.hourglass.incoming.jdbc;

import org.jspecify.annotations.NullMarked;
