/** The calendar of work in our own tables. */
@NullMarked
package io.hourglass.diagnosis.jdbc;

import org.jspecify.annotations.NullMarked;
