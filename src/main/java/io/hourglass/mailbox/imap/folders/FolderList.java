package io.hourglass.mailbox.imap.folders;

import io.hourglass.kernel.text.StoredText;
import io.hourglass.mailbox.imap.wire.Heed;
import io.hourglass.mailbox.imap.wire.ServerWords;
import io.hourglass.mailbox.imap.wire.TooMuch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxDecoder;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;

/** The folders that a server lists. */
public final class FolderList implements Heed {

    static final int MAX_FOLDERS = 5_000;
    private static final int MAX_PATH = 1_000;

    private final List<RemoteFolder> folders = new ArrayList<>();

    public List<RemoteFolder> folders() {
        return List.copyOf(folders);
    }

    /** What is none is passed over. */
    @Override
    public void take(IMAPResponse response) throws IOException {
        if (!response.keyEquals("LIST") && !response.keyEquals("XLIST")) {
            return;
        }
        if (folders.size() >= MAX_FOLDERS) {
            throw new TooMuch("more than " + MAX_FOLDERS + " folders");
        }
        try {
            add(response);
        } catch (RuntimeException e) {
            // a line that breaks off
        }
    }

    private void add(IMAPResponse response) {
        var flags = flags(response.readSimpleList());
        var delimiter = response.readAtomString();
        var path = response.readAtomString();
        if (path != null && isPath(path)) {
            var name = name(path);
            folders.add(new RemoteFolder(path, name, leaf(name, delimiter), flags));
        }
    }

    private static boolean isPath(String path) {
        return !path.isEmpty() && path.length() <= MAX_PATH && path.chars().noneMatch(one -> one < ' ');
    }

    private static Set<String> flags(String @Nullable [] listed) {
        return listed == null
                ? Set.of()
                : Stream.of(listed).map(flag -> flag.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** In modified UTF-7 (RFC 3501), or against the rules in UTF-8 or Chinese, or with an ampersand that begins nothing. */
    private static String name(String path) {
        var ascii = path.chars().allMatch(one -> one < 0x80);
        return StoredText.keptLine(ascii ? decoded(path) : ServerWords.of(path), MAX_PATH);
    }

    private static String decoded(String path) {
        try {
            var decoded = BASE64MailboxDecoder.decode(path);
            return BASE64MailboxEncoder.encode(decoded).equals(path) ? decoded : path;
        } catch (RuntimeException e) {
            return path;
        }
    }

    private static String leaf(String name, @Nullable String delimiter) {
        return delimiter == null || delimiter.length() != 1
                ? name
                : name.substring(name.lastIndexOf(delimiter.charAt(0)) + 1);
    }
}
