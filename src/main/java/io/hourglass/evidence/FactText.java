package io.hourglass.evidence;

import io.hourglass.kernel.BadInput;
import io.hourglass.kernel.StoredText;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person wrote, and to whom else it went. It is kept apart from the fact, so that it can be erased alone.
 *
 * @param cc the addresses that got a copy (R24)
 */
public record FactText(@Nullable String subject, @Nullable String body, List<String> cc) {

    public static final int MAX_SUBJECT = 500;
    public static final int MAX_BODY = 20_000;
    public static final int MAX_CC = 10;
    public static final int MAX_ADDRESS = 254;
    public static final FactText NONE = new FactText(null, null);

    private static final Pattern ADDRESS = Pattern.compile("[^\\s\\p{Cntrl}@,;<>\"]+@[^\\s\\p{Cntrl}@,;<>\"]+");
    private static final String AT_MOST = "at most %d characters, none of them NUL or half of a surrogate pair";

    /** @throws BadInput if something is too long, cannot be stored, or is no address */
    public FactText {
        check("subject", subject, MAX_SUBJECT);
        check("text", body, MAX_BODY);
        cc = List.copyOf(cc);
        if (cc.size() > MAX_CC || !cc.stream().allMatch(FactText::isAddress)) {
            throw new BadInput("cc", cc, "up to " + MAX_CC + " mail addresses such as sales@example.com");
        }
    }

    public FactText(@Nullable String subject, @Nullable String body) {
        this(subject, body, List.of());
    }

    public boolean isEmpty() {
        return subject == null && body == null && cc.isEmpty();
    }

    /** The rule of a text with that limit, in words. */
    public static String rule(int most) {
        return AT_MOST.formatted(most);
    }

    private static void check(String field, @Nullable String text, int most) {
        if (text != null && (text.length() > most || !StoredText.isStorable(text))) {
            throw new BadInput(field, text, rule(most));
        }
    }

    private static boolean isAddress(String text) {
        return text.length() <= MAX_ADDRESS
                && StoredText.isStorable(text)
                && ADDRESS.matcher(text).matches();
    }
}
