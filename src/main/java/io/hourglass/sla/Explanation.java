package io.hourglass.sla;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** A judgement in words, for whoever asks, the same for all (R32). */
public final class Explanation {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private Explanation() {}

    /**
     * @param locale Chinese, or else English
     * @param zone in which instants are shown
     */
    public static String of(Judgement judgement, Locale locale, ZoneId zone) {
        var bundle = ResourceBundle.getBundle("io.hourglass.sla.explanations", locale, NO_FALLBACK);
        var clocks = judgement.clocks();
        var text = new MessageFormat(bundle.getString(judgement.rule().name()), locale).format(new Object[] {
            judgement.decidingFact(),
            judgement.anchor(),
            shown(clocks.replyDeadline(), zone),
            shown(clocks.windowCloses(), zone),
            shown(clocks.booksClose(), zone),
            Integer.toString(judgement.policyVersion())
        });
        return judgement.undelivered() ? text + " " + bundle.getString("UNDELIVERED") : text;
    }

    private static String shown(Instant instant, ZoneId zone) {
        return CLOCK.format(instant.atZone(zone)) + " " + zone.getId();
    }
}
