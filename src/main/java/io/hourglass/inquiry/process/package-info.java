/** The inquiry as a process: its delegates, and the way to start and wake it. */
@NullMarked
package io.hourglass.inquiry.process;

import org.jspecify.annotations.NullMarked;
