package io.hourglass.trace;

import io.hourglass.rate.VerdictEntry;
import io.hourglass.sla.Explanation;
import io.hourglass.sla.Judgement;
import java.time.ZoneId;
import java.util.Locale;

/** Something said in both languages; of an explanation, from the one source of its words: the same for whoever asks (R32). */
public record InWords(String en, String zh) {

    /** @param zone in which instants are shown */
    public static InWords of(Judgement judgement, ZoneId zone) {
        return new InWords(
                Explanation.of(judgement, Locale.ENGLISH, zone), Explanation.of(judgement, Locale.CHINESE, zone));
    }

    /** @param judgement of the same inquiry, for its clocks: those of an inquiry never change */
    public static InWords of(VerdictEntry entry, Judgement judgement, ZoneId zone) {
        return of(
                new Judgement(
                        entry.inquiry(),
                        entry.rule(),
                        entry.decidingFact(),
                        entry.anchor(),
                        judgement.clocks(),
                        entry.policyVersion(),
                        false,
                        false),
                zone);
    }

    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? zh : en;
    }
}
