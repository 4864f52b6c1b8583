package io.hourglass.imports.lines;

import io.hourglass.kernel.InvalidInput;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/** The names of fields: those of a marketplace's inquiries, and those of a shop's chat messages. */
public final class Columns {

    static final String EVENT = "event";
    static final String MESSAGE = "message";

    public static final List<String> OF_INQUIRIES = List.of(
            EVENT,
            "inquiry",
            "buyer",
            "supplier",
            "at",
            "author",
            "category",
            "id",
            "channel",
            "actor",
            "messageId",
            "spamReason",
            "about",
            "subject",
            "text");
    public static final List<String> OF_CHATS =
            List.of(MESSAGE, "from", "buyer", "account", "at", "author", "shop", "channel", "actor", "text");

    private Columns() {}

    /** @throws InvalidInput if they are neither track's, or one stands twice */
    static void check(Collection<String> names) {
        var known = names.contains(EVENT) ? OF_INQUIRIES : OF_CHATS;
        if (!names.contains(EVENT) && !names.contains(MESSAGE)) {
            throw new InvalidInput("line", String.join(",", names), "with a field event (inquiries) or message (chat)");
        }
        var seen = new HashSet<String>();
        for (var name : names) {
            if (!known.contains(name)) {
                throw new InvalidInput("field", name, "one of " + String.join(", ", known));
            }
            if (!seen.add(name)) {
                throw new InvalidInput("field", name, "given once");
            }
        }
    }
}
