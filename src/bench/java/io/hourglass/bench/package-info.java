/** The benchmark, one command: {@code ./mvnw -Pbench verify}. See {@code docs/performance.md}. */
@NullMarked
package io.hourglass.bench;

import org.jspecify.annotations.NullMarked;
