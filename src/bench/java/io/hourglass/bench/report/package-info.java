/** What the benchmark says in the end: tables on the console, {@code target/bench.json}, and which goals were met. */
@NullMarked
package io.hourglass.bench.report;

import org.jspecify.annotations.NullMarked;
