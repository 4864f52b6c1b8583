/** What a track brings along so that its verdicts can be disputed. */
@NamedInterface("tracks")
@NullMarked
package io.hourglass.dispute.tracks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
