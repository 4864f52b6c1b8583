/** Who is calling: with which role and scope, about whose cases, and in which zone and language they read. */
@NamedInterface("callers")
@NullMarked
package io.hourglass.access.callers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
