package io.hourglass.mailbox.imap;

import io.hourglass.mailbox.imap.MailboxFailure.Kind;
import io.hourglass.mailbox.imap.folders.FolderList;
import io.hourglass.mailbox.imap.folders.RemoteFolder;
import io.hourglass.mailbox.imap.wire.Connection;
import io.hourglass.mailbox.imap.wire.Heed;
import io.hourglass.mailbox.imap.wire.ServerWords;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;

/** A connection to a mailbox, of one thread at a time. After a failure it is closed, and another has to be opened. */
public final class MailboxSession implements AutoCloseable {

    private final Connection connection;
    private final Set<String> capabilities;
    private final MailboxFailures failures;
    private @Nullable OpenFolder folder;

    MailboxSession(Connection connection, Set<String> capabilities, MailboxFailures failures) {
        this.connection = connection;
        this.capabilities = capabilities;
        this.failures = failures;
    }

    /** Those that the user has subscribed to and those it has not. */
    public List<RemoteFolder> folders() throws MailboxFailure {
        var listed = new FolderList();
        var answer = command(listCommand(), null, listed);
        if (!answer.isOK()) {
            throw failed(answer);
        }
        return listed.folders();
    }

    /** The old XLIST of Gmail and NetEase marks folders as well (RFC 6154 says why it went). */
    private String listCommand() {
        if (can("SPECIAL-USE")) {
            return can("LIST-EXTENDED") ? "LIST \"\" \"*\" RETURN (SPECIAL-USE)" : "LIST \"\" \"*\"";
        }
        return can("XLIST") ? "XLIST \"\" \"*\"" : "LIST \"\" \"*\"";
    }

    /**
     * Opens a folder for reading (EXAMINE). The one that was open before is no longer.
     *
     * @param path of {@link RemoteFolder}
     */
    public OpenFolder open(String path) throws MailboxFailure {
        folder = null;
        var seen = new FolderWatch();
        var answer = examine(path, seen);
        if (!answer.isOK() && Refusal.ofCommand(ServerWords.of(answer)) == Kind.UNSAFE_LOGIN) {
            introduce();
            answer = examine(path, seen);
        }
        if (!answer.isOK()) {
            var words = ServerWords.of(answer);
            throw failed(Refusal.ofOpening(words), words);
        }
        var status = seen.opened();
        if (status == null) {
            throw failed(Kind.NOT_IMAP, "no UIDVALIDITY");
        }
        var opened = new OpenFolder(this, seen, status);
        folder = opened;
        return opened;
    }

    private IMAPResponse examine(String path, Heed heed) throws MailboxFailure {
        var arguments = new Argument();
        arguments.writeString(path);
        if (can("CONDSTORE")) {
            arguments.writeArgument(new Argument().writeAtom("CONDSTORE"));
        }
        return command("EXAMINE", arguments, heed);
    }

    private void introduce() throws MailboxFailure {
        try {
            SignIn.introduce(connection);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Whether the server tells of news by itself (RFC 2177); else it has to be asked. */
    public boolean canIdle() {
        return can("IDLE");
    }

    private boolean can(String capability) {
        return capabilities.contains(capability);
    }

    boolean isOpen(OpenFolder which) {
        return folder == which;
    }

    IMAPResponse command(String command, @Nullable Argument arguments, Heed heed) throws MailboxFailure {
        try {
            return connection.command(command, arguments, heed);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    IMAPResponse idle(Duration longest, Heed heed, BooleanSupplier isEnough) throws MailboxFailure {
        try {
            return connection.idle(longest, heed, isEnough);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** With what it was refused. */
    MailboxFailure failed(IMAPResponse refusal) {
        var words = ServerWords.of(refusal);
        return failed(Refusal.ofCommand(words), words);
    }

    MailboxFailure failed(Kind kind, String words) {
        close();
        return failures.of(kind, words);
    }

    private MailboxFailure failed(IOException failure) {
        close();
        return failures.of(failure);
    }

    /** Never fails, and does not wait for the server. Any thread may do it: what another does with it fails then. */
    @Override
    public void close() {
        connection.close();
    }
}
