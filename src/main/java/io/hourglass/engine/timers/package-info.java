/** Timers in turn (ADR 12), and the record of when they fired. */
@NullMarked
package io.hourglass.engine.timers;

import org.jspecify.annotations.NullMarked;
