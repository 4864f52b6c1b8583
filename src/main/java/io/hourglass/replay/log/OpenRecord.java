package io.hourglass.replay.log;

/**
 * Whether a record that goes on over several lines can go on, each character looked at once: a file whose every line leaves a
 * quote open costs no more than another.
 */
final class OpenRecord {

    /** Where in a record the next character stands. */
    private enum At {
        START_OF_FIELD,
        PLAIN,
        QUOTED,
        BEHIND_QUOTE,
        BEHIND_RECORD
    }

    private final int most;
    private int fields = 1;
    private At at = At.START_OF_FIELD;

    /** @param most how many fields it may have */
    OpenRecord(int most) {
        this.most = most;
    }

    /** Whether a quoted field is not at its end, and the record may still become one of so many fields. */
    boolean add(String more) {
        for (var next = 0; next < more.length() && at != At.BEHIND_RECORD; next++) {
            at = behind(more.charAt(next));
        }
        return at == At.QUOTED && fields <= most;
    }

    private At behind(char read) {
        if (at == At.QUOTED) {
            return read == '"' ? At.BEHIND_QUOTE : At.QUOTED;
        }
        return switch (read) {
            case ',' -> {
                fields++;
                yield At.START_OF_FIELD;
            }
            case '\n', '\r' -> At.BEHIND_RECORD;
            case '"' -> at == At.PLAIN ? At.PLAIN : At.QUOTED;
            default -> at == At.BEHIND_QUOTE ? At.BEHIND_RECORD : At.PLAIN;
        };
    }
}
