/** The dispute as a process: its delegates, and the way to begin and to move it. */
@NullMarked
package io.hourglass.dispute.process;

import org.jspecify.annotations.NullMarked;
