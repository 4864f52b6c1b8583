package io.hourglass.mailbox.setup;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.boxes.ImapServer;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.boxes.Mailboxes;
import io.hourglass.mailbox.secrets.MailboxKeys;
import io.hourglass.mailbox.setup.MailboxRefused.Reason;
import org.springframework.stereotype.Component;

/** Finds out what is not said of a mailbox, and connects or changes it. Its server is looked for outside of any transaction. */
@Component
public class SetUpMailbox {

    private final Mailboxes mailboxes;
    private final MailboxKeys keys;
    private final FindServer servers;
    private final ConnectMailbox connect;

    SetUpMailbox(Mailboxes mailboxes, MailboxKeys keys, FindServer servers, ConnectMailbox connect) {
        this.mailboxes = mailboxes;
        this.keys = keys;
        this.servers = servers;
        this.connect = connect;
    }

    /**
     * @throws io.hourglass.kernel.InvalidInput if something of it is none, its server is not known, or its password is missing
     * @throws MailboxRefused without a key
     */
    public Mailbox put(SupplierId supplier, MailboxWish wish) {
        if (!keys.areSet()) {
            throw new MailboxRefused(
                    Reason.NO_KEY,
                    "no mailbox can be connected until operations set HOURGLASS_MAILBOX_KEY to 32 bytes in Base64 and start the program anew");
        }
        var address = MailboxInput.address(wish.address());
        var user = wish.user() == null ? address : MailboxInput.user(wish.user());
        var password = wish.password() == null ? null : MailboxInput.password(wish.password());
        var folders = MailboxInput.folders(wish.folders());
        var server = wish.server() == null ? found(supplier, address) : MailboxInput.server(wish.server());
        return connect.put(supplier, new MailboxWish(address, user, server, password, folders));
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
