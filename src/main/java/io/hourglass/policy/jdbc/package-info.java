/** Policy versions in our own table. */
@NullMarked
package io.hourglass.policy.jdbc;

import org.jspecify.annotations.NullMarked;
