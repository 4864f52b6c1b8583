package io.hourglass.mailbox.secrets;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys for the secrets of mailboxes.
 *
 * @param key each 32 bytes in Base64: the one in use first, and behind it those before it as long as something is encrypted by them
 */
@ConfigurationProperties("hourglass.mailbox")
public record MailboxKeySettings(@DefaultValue List<String> key) {

    @Override
    public String toString() {
        return "MailboxKeySettings[" + key.size() + " keys]";
    }
}
