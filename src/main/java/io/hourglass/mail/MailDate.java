package io.hourglass.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Instants as headers say them (RFC 5322, section 3.3). */
public final class MailDate {

    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");

    /** Postfix, for one, writes the first nine days of a month with two blanks before them. */
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private MailDate() {}

    /** Null if it is none in the years 1970 to 9999 of UTC. */
    public static @Nullable Instant read(String text) {
        try {
            var bare = COMMENT.matcher(text).replaceAll(" ").strip();
            var said = BLANKS.matcher(bare).replaceAll(" ");
            var date = OffsetDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .withOffsetSameInstant(ZoneOffset.UTC);
            return date.getYear() < 1970 || date.getYear() > 9999 ? null : date.toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
