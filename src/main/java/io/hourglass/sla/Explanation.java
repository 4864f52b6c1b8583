package io.hourglass.sla;

import io.hourglass.kernel.Bundles;
import io.hourglass.kernel.ZonedFormat;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** A judgement in words, for whoever asks, the same for all (R32). */
public final class Explanation {

    private Explanation() {}

    /**
     * @param locale Chinese, or else English
     * @param zone in which instants are shown
     */
    public static String of(Judgement judgement, Locale locale, ZoneId zone) {
        var bundle = Bundles.of("io.hourglass.sla.explanations", locale);
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
        return ZonedFormat.exact(instant, zone);
    }
}
