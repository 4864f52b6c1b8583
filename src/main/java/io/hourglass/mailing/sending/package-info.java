/** How what is due becomes a letter, and goes out by SMTP. */
@NamedInterface("sending")
@NullMarked
package io.hourglass.mailing.sending;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
