package io.hourglass.mailbox.setup;

import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.boxes.ImapServer;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.boxes.Mailboxes;
import io.hourglass.mailbox.grants.Providers;
import io.hourglass.mailbox.secrets.MailboxKeys;
import io.hourglass.mailbox.setup.MailboxRefused.Reason;
import org.springframework.stereotype.Component;

/** Finds out what is not said of a mailbox, and connects or changes it. Its server is looked for outside of any transaction. */
@Component
public class SetUpMailbox {

    private final Mailboxes mailboxes;
    private final MailboxKeys keys;
    private final FindServer servers;
    private final Providers providers;
    private final ConnectMailbox connect;

    SetUpMailbox(
            Mailboxes mailboxes, MailboxKeys keys, FindServer servers, Providers providers, ConnectMailbox connect) {
        this.mailboxes = mailboxes;
        this.keys = keys;
        this.servers = servers;
        this.providers = providers;
        this.connect = connect;
    }

    /**
     * @throws io.hourglass.kernel.InvalidInput if something of it is none, its server is not known, or its password is missing
     * @throws MailboxRefused without a key
     */
    public Mailbox put(SupplierId supplier, MailboxWish wish) {
        return connect.put(supplier, checked(supplier, wish));
    }

    /**
     * As it would be put, with user and server; nothing is changed.
     *
     * @throws io.hourglass.kernel.InvalidInput if something of it is none, or its server is not known
     * @throws MailboxRefused without a key
     */
    public MailboxWish checked(SupplierId supplier, MailboxWish wish) {
        if (!keys.areSet()) {
            throw new MailboxRefused(
                    Reason.NO_KEY,
                    "no mailbox can be connected until operations set HOURGLASS_MAILBOX_KEY to 32 bytes in Base64 and start the program anew");
        }
        if (mailboxes.find(supplier).isEmpty()) {
            ExternalId.checkNew("supplier", supplier.value(), ExternalId.MAX_LENGTH);
        }
        var address = MailboxInput.address(wish.address());
        var user = wish.user() == null ? address : MailboxInput.user(wish.user());
        var provider = wish.provider() == null ? null : MailboxInput.provider(wish.provider(), providers.names());
        var secret = wish.secret() == null ? null : MailboxInput.secret(wish.secretField(), wish.secret());
        var folders = MailboxInput.folders(wish.folders());
        var server = wish.server() == null ? found(supplier, address) : MailboxInput.server(wish.server());
        return new MailboxWish(address, user, server, provider, secret, folders);
    }

    private ImapServer found(SupplierId supplier, String address) {
        return mailboxes
                .find(supplier)
                .filter(mailbox -> mailbox.address().equals(address))
                .map(Mailbox::server)
                .or(() -> servers.of(address))
                .orElseThrow(() -> MailboxInput.serverUnknown(address));
    }
}
