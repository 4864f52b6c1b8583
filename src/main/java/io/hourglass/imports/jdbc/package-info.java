/** Files of facts and what waits, in the database. */
@NullMarked
package io.hourglass.imports.jdbc;

import org.jspecify.annotations.NullMarked;
