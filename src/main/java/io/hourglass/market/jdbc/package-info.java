/** Suppliers in our own table. */
@NullMarked
package io.hourglass.market.jdbc;

import org.jspecify.annotations.NullMarked;
