package io.hourglass.mailbox.imap;

import io.hourglass.mailbox.imap.wire.Heed;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;

/** What a server says of the folder that is open: when it is opened, and in between whatever else it is asked. */
final class FolderWatch implements Heed {

    private static final Pattern CODE = Pattern.compile(
            "\\[(UIDVALIDITY|UIDNEXT|HIGHESTMODSEQ) ([0-9]{1,18})\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private @Nullable Long uidValidity;
    private @Nullable Long uidNext;
    private @Nullable Long highestModseq;
    private long exists;
    private boolean opened;
    private boolean news;
    private boolean renumbered;

    @Override
    public void take(IMAPResponse response) {
        if (response.keyEquals("EXISTS")) {
            news = news || (opened && response.getNumber() > exists);
            exists = Math.max(0, response.getNumber());
        } else if (response.keyEquals("EXPUNGE")) {
            exists = Math.max(0, exists - 1);
        } else if (response.isUnTagged() && response.isOK()) {
            takeCode(response.getRest());
        }
    }

    private void takeCode(String text) {
        var code = CODE.matcher(text);
        if (!code.matches()) {
            return;
        }
        var value = Long.valueOf(code.group(2));
        switch (code.group(1).toUpperCase(Locale.ROOT)) {
            case "UIDVALIDITY" -> {
                renumbered = renumbered || (opened && !value.equals(uidValidity));
                uidValidity = value;
            }
            case "UIDNEXT" -> uidNext = value;
            default -> highestModseq = value;
        }
    }

    /** As it is now, and what comes from now on is news. Null if it cannot be known by its UIDs: it has no validity. */
    @Nullable
    FolderStatus opened() {
        opened = true;
        return uidValidity == null || uidValidity == 0
                ? null
                : new FolderStatus(uidValidity, uidNext, exists, highestModseq);
    }

    long exists() {
        return exists;
    }

    boolean isRenumbered() {
        return renumbered;
    }

    boolean hasNews() {
        return news;
    }

    /** Tells it once. */
    boolean takeNews() {
        var had = news;
        news = false;
        return had;
    }
}
