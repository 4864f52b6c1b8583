/** A mail as it was sent (RFC 5322, RFC 2045), read within limits of memory and time, whoever sent it. */
@NamedInterface("parse")
@NullMarked
package io.hourglass.mail.parse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
