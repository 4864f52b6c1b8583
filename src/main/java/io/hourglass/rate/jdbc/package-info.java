/** The books in our own tables. */
@NullMarked
package io.hourglass.rate.jdbc;

import org.jspecify.annotations.NullMarked;
