package io.hourglass.mailbox.imap;

import io.hourglass.mailbox.imap.Login.Security;
import io.hourglass.mailbox.imap.MailboxFailure.Kind;
import io.hourglass.mailbox.imap.wire.Connection;
import io.hourglass.mailbox.imap.wire.Connector;
import io.hourglass.messages.calls.AllowedAddresses;
import java.io.IOException;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Opens mailboxes. */
@Component
@EnableConfigurationProperties(ImapSettings.class)
public class ImapMailboxes implements DisposableBean {

    private final ImapSettings settings;
    private final Connector connector;

    @Autowired
    ImapMailboxes(ImapSettings settings) {
        this(settings, () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** @param tls says whose certificates are believed */
    public ImapMailboxes(ImapSettings settings, Supplier<SSLSocketFactory> tls) {
        this.settings = settings;
        this.connector = new Connector(
                new AllowedAddresses(ImapSettings.NETWORKS, settings.allowedNetworks()),
                settings.allowedPorts(),
                tls,
                settings.connectTimeout(),
                settings.commandTimeout());
    }

    /**
     * Connects and logs in.
     *
     * @throws MailboxFailure if that cannot be; nothing stays open then
     */
    public MailboxSession open(Login login) throws MailboxFailure {
        var failures = new MailboxFailures(login);
        if (login.security() == Security.PLAIN && !settings.plainImap()) {
            throw failures.of(Kind.NO_ENCRYPTION, "");
        }
        try {
            var implicit = login.security() == Security.IMPLICIT_TLS;
            return signedIn(connector.connect(login.host(), login.port(), implicit), login, failures);
        } catch (IOException e) {
            throw failures.of(e);
        }
    }

    private static MailboxSession signedIn(Connection connection, Login login, MailboxFailures failures)
            throws IOException, MailboxFailure {
        var opened = false;
        try {
            var capabilities = new SignIn(connection, login, failures).run();
            opened = true;
            return new MailboxSession(connection, capabilities, failures);
        } finally {
            if (!opened) {
                connection.close();
            }
        }
    }

    @Override
    public void destroy() {
        connector.close();
    }
}
