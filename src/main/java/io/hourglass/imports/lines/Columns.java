package io.hourglass.imports.lines;

import io.hourglass.kernel.InvalidInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/** The names of fields: those of a marketplace's inquiries, and those of a shop's chats. */
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
    public static final List<String> OF_CHATS = List.of(
            MESSAGE,
            "from",
            "buyer",
            "account",
            "at",
            "author",
            "shop",
            "channel",
            "actor",
            "text",
            "kind",
            "fromAccount",
            "about");

    /** Of a history alone: when the fact was learned of; at its own instant where it is left out. */
    static final String RECORDED_AT = "recordedAt";

    private Columns() {}

    /**
     * @param history whether they are a history's
     * @throws InvalidInput if they are neither track's, or one stands twice
     */
    static void check(Collection<String> names, boolean history) {
        var known = new ArrayList<>(names.contains(EVENT) ? OF_INQUIRIES : OF_CHATS);
        if (history) {
            known.add(RECORDED_AT);
        } else if (names.contains(RECORDED_AT)) {
            throw new InvalidInput("field", RECORDED_AT, "left out: only a history has it (import --history)");
        }
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
