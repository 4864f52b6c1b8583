package io.hourglass.mailbox.opening;

import static java.util.stream.Collectors.joining;

import io.hourglass.mailbox.SyncedMail.Folder;
import io.hourglass.mailbox.boxes.FailureKind;
import io.hourglass.mailbox.boxes.Mailbox.Folders;
import io.hourglass.mailbox.imap.MailboxFailure;
import io.hourglass.mailbox.imap.folders.RemoteFolder;
import io.hourglass.mailbox.imap.folders.SentFolder;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which folders of a mailbox are read. */
public final class ReadFolders {

    private ReadFolders() {}

    /**
     * By the paths under which they are opened: that of sent mails always, and the inbox where it is wanted.
     *
     * @param there those of the server
     * @throws NotRead if it is not known in which folder sent mails lie
     */
    public static Map<Folder, String> of(Folders wanted, List<RemoteFolder> there) throws NotRead {
        var paths = new EnumMap<Folder, String>(Folder.class);
        paths.put(Folder.SENT, sent(wanted, there).path());
        if (wanted.inbox()) {
            paths.put(Folder.INBOX, RemoteFolder.INBOX);
        }
        return paths;
    }

    private static RemoteFolder sent(Folders wanted, List<RemoteFolder> there) throws NotRead {
        var named = wanted.sent();
        var found = named == null
                ? SentFolder.among(there)
                : there.stream()
                        .filter(RemoteFolder::opens)
                        .filter(one -> one.name().equals(named) || one.path().equals(named))
                        .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new NotRead(
                FailureKind.NO_SENT_FOLDER,
                new MailboxFailure(
                                MailboxFailure.Kind.NO_SENT_FOLDER,
                                found.stream().map(RemoteFolder::name).collect(joining(", ")))
                        .words());
    }
}
