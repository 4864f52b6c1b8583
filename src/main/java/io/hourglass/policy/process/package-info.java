/** Asks the engine's decision table which author kinds count. */
@NullMarked
package io.hourglass.policy.process;

import org.jspecify.annotations.NullMarked;
