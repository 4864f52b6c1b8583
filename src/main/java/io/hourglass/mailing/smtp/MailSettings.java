package io.hourglass.mailing.smtp;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who sends mail. The server is that of {@code spring.mail}.
 *
 * @param from the address that its readers see, such as {@code Hourglass <sla@market.example>}; empty while none is sent
 * @param bounces to which address servers return mail; behind its local part comes a plus sign and the letter's id; empty for
 *     {@code from} as it is
 */
@ConfigurationProperties("hourglass.mail")
public record MailSettings(@DefaultValue("") String from, @DefaultValue("") String bounces) {}
