/** The prefetch for a whole batch of the engine's look-ups, and the look-ups that are not needed at all (ADR 13). */
@NullMarked
package io.hourglass.engine.ahead;

import org.jspecify.annotations.NullMarked;
