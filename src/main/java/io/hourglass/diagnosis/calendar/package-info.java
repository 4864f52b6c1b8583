/** When a supplier works, as it has set it. */
@NamedInterface("calendar")
@NullMarked
package io.hourglass.diagnosis.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
