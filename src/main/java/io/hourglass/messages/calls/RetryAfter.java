package io.hourglass.messages.calls;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;

/** Reads the header {@code Retry-After}: seconds, or a date of HTTP in any of its three forms (RFC 9110, 10.2.3). */
final class RetryAfter {

    private static final DateTimeFormatter[] FORMS = {
        DateUtils.FORMATTER_RFC1123, DateUtils.FORMATTER_RFC1036, DateUtils.FORMATTER_ASCTIME.withZone(ZoneOffset.UTC)
    };
    private static final Pattern SECONDS = Pattern.compile("[0-9]+");
    private static final Pattern SPACES =
            Pattern.compile(" +"); // the date of asctime has two before a day of one digit
    private static final int MAX_DIGITS = 9; // more than thirty years

    private RetryAfter() {}

    /** Zero for what is neither, and for what has passed. */
    static Duration read(String sent, Instant now) {
        var text = SPACES.matcher(sent.strip()).replaceAll(" ");
        if (SECONDS.matcher(text).matches()) {
            return Duration.ofSeconds(text.length() > MAX_DIGITS ? Integer.MAX_VALUE : Long.parseLong(text));
        }
        var at = DateUtils.parseDate(text, FORMS);
        return at == null || at.isBefore(now) ? Duration.ZERO : Duration.between(now, at);
    }
}
