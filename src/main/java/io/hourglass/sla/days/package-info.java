/** Natural days of a zone, when their books close, and when their numbers are published, by the versions of a policy. */
@NamedInterface("days")
@NullMarked
package io.hourglass.sla.days;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
