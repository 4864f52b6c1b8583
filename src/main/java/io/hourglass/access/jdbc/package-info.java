/** Accounts and keys in our own tables. */
@NullMarked
package io.hourglass.access.jdbc;

import org.jspecify.annotations.NullMarked;
