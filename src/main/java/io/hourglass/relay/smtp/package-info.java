/** A small server of SMTP (RFC 5321) on loopback, to which the marketplace's mail server hands what it received for the relay. */
@NullMarked
package io.hourglass.relay.smtp;

import org.jspecify.annotations.NullMarked;
