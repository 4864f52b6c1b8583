/** Holds what the tables say after a run against what was sent and against the pure judge. */
@NullMarked
package io.hourglass.chaos.check;

import org.jspecify.annotations.NullMarked;
