/**
 * What runs in a child JVM: the program as it is, under a clock that follows one row of the database. Nothing of it is
 * in the product's jar.
 */
@NullMarked
package io.hourglass.chaos.node;

import org.jspecify.annotations.NullMarked;
