/** What is counted and timed, and the arithmetic over it. Knows neither the work nor who does it. */
@NullMarked
package io.hourglass.bench.measure;

import org.jspecify.annotations.NullMarked;
