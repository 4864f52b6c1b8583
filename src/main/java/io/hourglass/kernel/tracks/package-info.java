/**
 * What a track brings along: its states, rules and kinds of facts, and how what is registered for it is found again.
 */
@NamedInterface("tracks")
@NullMarked
package io.hourglass.kernel.tracks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
