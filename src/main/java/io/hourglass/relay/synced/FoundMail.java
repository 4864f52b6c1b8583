package io.hourglass.relay.synced;

import io.hourglass.kernel.facts.MessageId;
import io.hourglass.mailbox.SyncedMail;
import io.hourglass.mailbox.SyncedMail.Folder;
import io.hourglass.relay.mails.ReplyMail;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A mail of a mailbox, as far as it matters to which inquiry it is about. It is held only while it is taken. */
final class FoundMail {

    private static final Duration TOLERANCE = Duration.ofMinutes(10);
    private static final int MOST_ANSWERED = 100;

    private final SyncedMail synced;
    private final ReplyMail reply;

    FoundMail(SyncedMail synced) {
        this.synced = synced;
        this.reply = ReplyMail.of(synced.headers());
    }

    SyncedMail synced() {
        return synced;
    }

    ReplyMail reply() {
        return reply;
    }

    /** Its id as it was sent; empty if it has none. */
    Optional<String> id() {
        var id = synced.headers().first("message-id");
        return MessageId.normal(id).map(some -> id);
    }

    /** What it answers, in the order in which that is asked; of more than a hundred mails the first. */
    List<String> answered() {
        var headers = synced.headers();
        return MessageId.answered(
                        headers.all("in-reply-to").toList(),
                        headers.all("references").toList())
                .stream()
                .limit(MOST_ANSWERED)
                .toList();
    }

    /** In small letters. */
    String from() {
        return reply.from().toLowerCase(Locale.ROOT);
    }

    /** In small letters, those that it went to. */
    List<String> recipients() {
        return reply.to("to", "cc", "bcc").stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Whoever a mail in an inbox is from, in the folder of what was sent only its owner puts any. */
    boolean isOf(String owner) {
        return synced.folder() == Folder.SENT || isFrom(owner);
    }

    boolean isFrom(String address) {
        return from().equalsIgnoreCase(address);
    }

    /** Whether it says that it arrived before the folder was read, and it was not there then; ten minutes are left to servers. */
    boolean wasPutLater() {
        var seen = synced.seenBefore();
        return seen != null && synced.arrivedAt().isBefore(seen.minus(TOLERANCE));
    }
}
