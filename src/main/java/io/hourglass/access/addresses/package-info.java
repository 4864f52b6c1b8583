/**
 * Addresses that mean one thing only, and the address under which the program is known outside.
 */
@NullMarked
package io.hourglass.access.addresses;

import org.jspecify.annotations.NullMarked;
