/**
 * What modules and the process engine say to each other of processes: which live and where they wait, calls of the engine that
 * run after the rows, timers that may fire in batches, steps recorded, and where a process should be.
 */
@NamedInterface("processes")
@NullMarked
package io.hourglass.batch.processes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
