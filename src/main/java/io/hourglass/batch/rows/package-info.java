/**
 * Rows that wait to be written together, and what was looked up for all calls of a transaction: what adapters write and ask
 * through.
 */
@NamedInterface("rows")
@NullMarked
package io.hourglass.batch.rows;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
