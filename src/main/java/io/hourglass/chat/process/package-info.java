/** The consultation as a process: its delegates, and what the engine knows of it. */
@NullMarked
package io.hourglass.chat.process;

import org.jspecify.annotations.NullMarked;
