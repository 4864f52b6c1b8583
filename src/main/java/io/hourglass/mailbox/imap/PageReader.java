package io.hourglass.mailbox.imap;

import io.hourglass.mailbox.imap.wire.FetchLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/** Reads the mails of a page, some at a time. */
final class PageReader {

    /** By one command. */
    static final int AT_ONCE = 25;

    private static final int MAX_BYTES = 2 << 20;

    private final OpenFolder folder;
    private final Map<Long, FetchedMail> mails = new TreeMap<>();
    private final List<Long> missing = new ArrayList<>();
    private long through;
    private long bytes;

    PageReader(OpenFolder folder) {
        this.folder = folder;
    }

    boolean isFull() {
        return bytes >= MAX_BYTES;
    }

    /** @param uids ascending */
    void read(List<Long> uids) throws MailboxFailure {
        var wanted = new HashSet<>(uids);
        var answer = fetch(set(uids), wanted);
        if (!answer.isOK()) {
            readEach(uids, wanted, answer);
        }
        missing.addAll(uids.stream().filter(wanted::contains).toList());
        through = uids.get(uids.size() - 1);
    }

    /** A mail that the server cannot read itself keeps no others away. */
    private void readEach(List<Long> uids, Set<Long> wanted, IMAPResponse refusal) throws MailboxFailure {
        var last = refusal;
        if (folder.isGeneral(last)) {
            throw folder.failed(last);
        }
        for (var uid : uids) {
            if (uids.size() > 1 && wanted.contains(uid)) {
                last = fetch(uid.toString(), wanted);
                if (!last.isOK() && folder.isGeneral(last)) {
                    throw folder.failed(last);
                }
            }
        }
        if (uids.size() > 1 && wanted.containsAll(uids)) {
            throw folder.failed(last.isOK() ? refusal : last);
        }
    }

    /** @param wanted what is given is taken out of it: each once, and nothing that was not asked for */
    private IMAPResponse fetch(String uids, Set<Long> wanted) throws MailboxFailure {
        return folder.command("UID FETCH " + uids + " " + FetchedHeaders.ITEMS, response -> {
            var line = FetchLine.of(response);
            if (line != null && wanted.contains(line.uid())) {
                FetchedHeaders.of(line).ifPresent(mail -> {
                    wanted.remove(mail.uid());
                    mails.put(mail.uid(), mail);
                    bytes += line.length();
                });
            }
        });
    }

    /** @param from where the page begins */
    FetchedPage read(long from, boolean more) {
        return new FetchedPage(List.copyOf(mails.values()), Math.max(from, through), more, missing);
    }

    /** As a command names them: {@code 1:5,9}. */
    private static String set(List<Long> uids) {
        var set = new StringBuilder();
        var begin = 0;
        for (var at = 0; at < uids.size(); at++) {
            if (at + 1 == uids.size() || uids.get(at + 1) != uids.get(at) + 1) {
                set.append(set.isEmpty() ? "" : ",").append(uids.get(begin));
                set.append(at == begin ? "" : ":" + uids.get(at));
                begin = at + 1;
            }
        }
        return set.toString();
    }
}
