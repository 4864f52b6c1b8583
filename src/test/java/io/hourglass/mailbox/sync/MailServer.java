package io.hourglass.mailbox.sync;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.boxes.ImapServer;
import io.hourglass.mailbox.imap.Login.Security;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** A mail server with mailboxes of suppliers. */
public final class MailServer implements AutoCloseable {

    public static final String PASSWORD = "pw-marked-word";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

    public MailServer() {
        server.start();
    }

    public int port() {
        return server.getImap().getPort();
    }

    public ImapServer address() {
        return new ImapServer("127.0.0.1", port(), Security.PLAIN);
    }

    /** With a folder of sent mails of that name; none for an empty one. */
    public void mailbox(SupplierId supplier, String sent) {
        var address = supplier + "@shop.example";
        try {
            server.getUserManager().createUser(address, address, PASSWORD);
            if (!sent.isEmpty()) {
                server.getManagers().getImapHostManager().createMailbox(user(supplier), sent);
            }
        } catch (UserException | FolderException | AuthorizationException e) {
            throw new IllegalStateException(e);
        }
    }

    public void password(SupplierId supplier, String password) {
        user(supplier).setPassword(password);
    }

    private GreenMailUser user(SupplierId supplier) {
        return server.getUserManager().getUserByEmail(supplier + "@shop.example");
    }

    public void put(SupplierId supplier, String folder, String messageId, Instant arrivedAt) {
        try {
            folder(supplier, folder).appendMessage(mail(messageId), new Flags(), Date.from(arrivedAt));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MailFolder folder(SupplierId supplier, String name) {
        return server.getManagers().getImapHostManager().getFolder(user(supplier), name);
    }

    private static MimeMessage mail(String messageId) throws MessagingException {
        var text = "From: Sam <s@shop.example>\r\nTo: Bea <b@buyer.example>\r\nSubject: marked-subject\r\nMessage-ID: <"
                + messageId + ">\r\nDate: Mon, 2 Mar 2026 04:00:00 +0000\r\n\r\nmarked-body\r\n";
        return new MimeMessage(
                GreenMailUtil.getSession(server()), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static ServerSetup server() {
        return new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
    }

    /** The folder is empty then, and numbers its mails anew. */
    void makeAnew(SupplierId supplier, String folder) {
        try {
            var folders = server.getManagers().getImapHostManager();
            folders.renameMailbox(user(supplier), folder, "Former");
            folders.createMailbox(user(supplier), folder);
        } catch (FolderException | AuthorizationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
