/**
 * The seal of a day: the root over all its lines, chained to the day before.
 */
@NamedInterface("seals")
@NullMarked
package io.hourglass.audit.seals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
