/** What is measured of batches, and who hears what became of each call. */
@NamedInterface("meters")
@NullMarked
package io.hourglass.batch.meters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
