/**
 * Those who do the work: Hourglass itself, and the rivals, which write the same facts into the same tables. Each has a
 * database of its own.
 */
@NullMarked
package io.hourglass.bench.contender;

import org.jspecify.annotations.NullMarked;
