/** The trials: the rounds of all against all, and what is asked of Hourglass apart. Each says what it found. */
@NullMarked
package io.hourglass.bench.trial;

import org.jspecify.annotations.NullMarked;
