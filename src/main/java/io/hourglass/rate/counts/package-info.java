/**
 * The settled days counted: a bucket for each subject and day, and the whole that a subject is a part of counted with it.
 */
@NamedInterface("counts")
@NullMarked
package io.hourglass.rate.counts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
