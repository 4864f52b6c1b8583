/** The day close as a process: its delegates, and the way to start and wake it. */
@NullMarked
package io.hourglass.rate.process;

import org.jspecify.annotations.NullMarked;
