package io.hourglass.trace;

import io.hourglass.inquiry.judging.Explanation;
import io.hourglass.inquiry.judging.Grounds;
import java.time.ZoneId;
import java.util.Locale;

/** Something said in both languages; of an explanation, from the one source of its words: the same for every reader (R32). */
public record InWords(String en, String zh) {

    /** @param zone in which instants are shown */
    public static InWords of(Grounds grounds, ZoneId zone) {
        return new InWords(
                Explanation.of(grounds, Locale.ENGLISH, zone), Explanation.of(grounds, Locale.CHINESE, zone));
    }

    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? zh : en;
    }
}
