/**
 * A shop's chat laid before its diagnosis, and its tables by day and week (C14 to C17, ADR 66). Start at
 * {@link io.hourglass.chat.supervision.ChatDiagnoses}.
 */
@NamedInterface("supervision")
@NullMarked
package io.hourglass.chat.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
