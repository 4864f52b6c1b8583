/** The referral as a process: its delegates, and the way to wake it. */
@NullMarked
package io.hourglass.referral.process;

import org.jspecify.annotations.NullMarked;
