/** Who gets mail: at which address, of what, and when (ADR 77). */
@NamedInterface("people")
@NullMarked
package io.hourglass.mailing.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
