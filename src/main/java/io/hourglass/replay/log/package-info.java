/** Logs as they are read by commands: CSV, a natural day at a time, each line that is against the format told; and the program that takes them. */
@NamedInterface("log")
@NullMarked
package io.hourglass.replay.log;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
