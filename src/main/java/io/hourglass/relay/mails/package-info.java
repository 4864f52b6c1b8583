/**
 * Mails to relay addresses: read, classified, and taken as replies. Start at {@link io.hourglass.relay.mails.TakeRelayedMail}; what is
 * kept of each beside its fact is a {@link io.hourglass.relay.mails.RelayedMail}.
 */
@NamedInterface("mails")
@NullMarked
package io.hourglass.relay.mails;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
