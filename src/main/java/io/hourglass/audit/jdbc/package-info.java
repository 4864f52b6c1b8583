/** Seals, records and the salts of persons in our own tables. */
@NullMarked
package io.hourglass.audit.jdbc;

import org.jspecify.annotations.NullMarked;
