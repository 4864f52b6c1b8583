/** The mail server to which letters are handed, over SMTP (RFC 5321). */
@NamedInterface("smtp")
@NullMarked
package io.hourglass.mailing.smtp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
