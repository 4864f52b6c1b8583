/** What a look costs where there is much to look at: {@code ./mvnw -Pbench verify -Dbench.mode=scale}. See {@code docs/performance.md}. */
@NullMarked
package io.hourglass.bench.scale;

import org.jspecify.annotations.NullMarked;
