/** Consultations as they are kept, and what is known of buyers' accounts. */
@NamedInterface("consultations")
@NullMarked
package io.hourglass.chat.consultations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
