package io.hourglass.mailbox.imap;

import io.hourglass.mailbox.imap.MailboxFailure.Kind;
import io.hourglass.mailbox.imap.wire.Heed;
import io.hourglass.mailbox.imap.wire.ServerWords;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/** A folder that is open for reading. */
public final class OpenFolder {

    public static final int MAX_PAGE = 1_000;

    /** That many can be listed at once. */
    static final int MAX_LISTED = 200_000;

    /** What is kept of a list, so that it is not asked for with each page. */
    private static final int KEPT = 4_000;

    private static final int MAX_WINDOWS = 100;
    private static final long LAST_UID = 0xffff_ffffL;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d-MMM-yyyy", Locale.ROOT);

    private final MailboxSession session;
    private final FolderWatch watch;
    private final FolderStatus status;
    private NavigableSet<Long> listed = new TreeSet<>();
    private long listedBehind = Long.MAX_VALUE;

    OpenFolder(MailboxSession session, FolderWatch watch, FolderStatus status) {
        this.session = session;
        this.watch = watch;
        this.status = status;
    }

    /** As it was when it was opened. */
    public FolderStatus status() {
        return status;
    }

    /**
     * The UID behind which all mails are that arrived on a day or later; 0 if all are. Behind it may be older ones as well.
     *
     * @param day by the server's own zone
     */
    public long before(LocalDate day) throws MailboxFailure {
        var first = search("SINCE " + DAY.format(day), 1, 1);
        if (!first.isEmpty()) {
            return first.first() - 1;
        }
        return status.uidNext() == null ? 0 : Math.max(0, status.uidNext() - 1);
    }

    /**
     * The next mails behind a UID, lowest number first.
     *
     * @param limit at most so many, and at most {@value #MAX_PAGE}; fewer where their headers are long. After {@code TOO_MUCH} ask for one at a
     *     time: a single mail may have been too long together with others
     */
    public FetchedPage after(long uid, int limit) throws MailboxFailure {
        var atMost = Math.max(1, Math.min(limit, MAX_PAGE));
        var found = behind(uid, atMost + 1).stream().limit(atMost + 1).toList();
        var more = found.size() > atMost;
        var page = new PageReader(this);
        for (var chunk : chunks(more ? found.subList(0, atMost) : found)) {
            if (page.isFull()) {
                return page.read(uid, true);
            }
            page.read(chunk);
        }
        return page.read(uid, more);
    }

    private static List<List<Long>> chunks(List<Long> uids) {
        var chunks = new ArrayList<List<Long>>();
        for (var at = 0; at < uids.size(); at += PageReader.AT_ONCE) {
            chunks.add(uids.subList(at, Math.min(uids.size(), at + PageReader.AT_ONCE)));
        }
        return chunks;
    }

    /** At least so many of them, lowest first, if there are so many. */
    private NavigableSet<Long> behind(long uid, int count) throws MailboxFailure {
        if (uid < listedBehind || listed.tailSet(uid, false).size() < count) {
            listed = lowest(uid, count);
            listedBehind = uid;
        }
        return listed.tailSet(uid, false);
    }

    private NavigableSet<Long> lowest(long uid, int count) throws MailboxFailure {
        var first = uid + 1;
        if (first > LAST_UID) {
            return new TreeSet<>();
        }
        return watch.exists() <= MAX_LISTED ? search("UID " + first + ":*", first, KEPT) : byWindows(first, count);
    }

    /** Of a folder that is too large to be listed at once. */
    private NavigableSet<Long> byWindows(long from, int count) throws MailboxFailure {
        var highest = search("UID *", from, 1);
        var found = new TreeSet<Long>();
        var first = from;
        for (var window = 0; window < MAX_WINDOWS; window++) {
            if (highest.isEmpty() || first > highest.last() || found.size() >= count) {
                return found;
            }
            var last = Math.min(highest.last(), first + MAX_LISTED - 1);
            found.addAll(search("UID " + first + ":" + last, first, KEPT));
            first = last + 1;
        }
        throw session.failed(Kind.TOO_MUCH, "hardly a mail within " + (long) MAX_WINDOWS * MAX_LISTED + " numbers");
    }

    /**
     * What it finds, whatever it says: it may name numbers twice, in any order, and such as were not asked for.
     *
     * @param from lower ones are not
     * @return the lowest, at most so many
     */
    private NavigableSet<Long> search(String criteria, long from, int limit) throws MailboxFailure {
        var found = new TreeSet<Long>();
        var answer = command("UID SEARCH " + criteria, response -> {
            if (response.keyEquals("SEARCH")) {
                for (var word = response.readAtom(); word != null && !word.isEmpty(); word = response.readAtom()) {
                    var uid = uid(word);
                    if (uid >= from && uid <= LAST_UID) {
                        found.add(uid);
                    }
                    if (found.size() > limit) {
                        found.pollLast();
                    }
                }
            }
        });
        if (!answer.isOK()) {
            throw session.failed(answer);
        }
        return found;
    }

    private static long uid(String word) {
        return word.length() <= 10 && word.chars().allMatch(one -> one >= '0' && one <= '9') ? Long.parseLong(word) : 0;
    }

    /** Asks whether there is something new; finds out as well whether the server is still there. */
    public boolean poll() throws MailboxFailure {
        if (!watch.hasNews()) {
            command("NOOP", response -> {});
        }
        return watch.takeNews();
    }

    /**
     * Waits until there is something new, or the time is up. Ask {@link MailboxSession#canIdle} first.
     *
     * @param longest real time; servers end connections that idle for more than 29 minutes, and what is in between often does so earlier
     * @return whether there is something new
     */
    public boolean idle(Duration longest) throws MailboxFailure {
        requireOpen();
        if (!watch.hasNews()) {
            var answer = session.idle(longest, watch, () -> watch.hasNews() || watch.isRenumbered());
            if (!answer.isOK()) {
                throw session.failed(answer);
            }
            requireNumbers();
        }
        return watch.takeNews();
    }

    /** @throws MailboxFailure also if the folder was numbered anew meanwhile */
    IMAPResponse command(String command, Heed heed) throws MailboxFailure {
        requireOpen();
        var answer = session.command(command, null, response -> {
            watch.take(response);
            heed.take(response);
        });
        requireNumbers();
        return answer;
    }

    private void requireOpen() {
        if (!session.isOpen(this)) {
            throw new IllegalStateException("another folder is open");
        }
    }

    private void requireNumbers() throws MailboxFailure {
        if (watch.isRenumbered()) {
            throw session.failed(Kind.RENUMBERED, "");
        }
    }

    /** The server cannot say anything for now, or cannot read one of its own mails. */
    boolean isGeneral(IMAPResponse refusal) {
        return refusal.isBAD() || Refusal.isGeneral(ServerWords.of(refusal));
    }

    MailboxFailure failed(IMAPResponse refusal) {
        return session.failed(refusal);
    }
}
