package io.hourglass.relay.smtp;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the relay listens for SMTP.
 *
 * @param address of this machine; there is neither a password nor encryption: whoever reaches it may hand over mail
 * @param port 0 while it does not listen
 */
@ConfigurationProperties("hourglass.relay.smtp")
record SmtpSettings(@DefaultValue("127.0.0.1") String address, @DefaultValue("0") int port) {}
