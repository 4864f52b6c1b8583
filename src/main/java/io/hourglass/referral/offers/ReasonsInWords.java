package io.hourglass.referral.offers;

import io.hourglass.market.profiles.CategoryPath;
import io.hourglass.rate.numbers.TermsInForce;
import io.hourglass.referral.ranking.Candidate;
import io.hourglass.referral.ranking.Ranked;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Why a supplier is offered, and how sure that is, in words: the same wherever they are read. */
@Component
public class ReasonsInWords {

    private static final int PERCENT = 100;

    private final MessageSource messages;
    private final TermsInForce terms;

    ReasonsInWords(MessageSource messages, TermsInForce terms) {
        this.terms = terms;
        this.messages = messages;
    }

    /** What speaks for it beside its figures, the strongest first; may be empty. */
    public List<String> reasons(Reasons reasons, Locale locale) {
        var said = new ArrayList<String>();
        if (reasons.servedBuyer() > 0) {
            said.add(say("servedBuyer", locale, reasons.servedBuyer()));
        }
        if (reasons.servedAlike() > 0) {
            said.add(say("servedAlike", locale, reasons.servedAlike(), reasons.alike()));
        }
        if (reasons.servedInCategory() > reasons.servedAlike()) {
            said.add(say("servedInCategory", locale, reasons.servedInCategory()));
        }
        var category = CategoryPath.shown(reasons.category());
        if (category != null) {
            said.add(say("category", locale, category));
        }
        if (!reasons.words().isEmpty()) {
            said.add(say("words", locale, String.join(say("separator", locale), reasons.words())));
        }
        return said;
    }

    /** How it answered others, with the sample: a bare percentage would hide how little it may rest on. */
    public String reliability(Ranked ranked, Locale locale) {
        var candidate = ranked.candidate();
        if (candidate.countable() == 0) {
            return say("noFigures", locale);
        }
        var key = ranked.newcomer() ? "fewFigures" : "figures";
        return say(key, locale, candidate.timely(), candidate.countable(), terms.replyWithin(locale));
    }

    /** Of one that does not let buyers see its figures (R25). */
    public String hidden(Locale locale) {
        return say("hidden", locale);
    }

    /** What those figures prove; empty of a newcomer. Rounded down: 79.9 is not said as 80. */
    public Optional<String> bound(Ranked ranked, Locale locale) {
        return ranked.newcomer()
                ? Optional.empty()
                : Optional.of(say("bound", locale, (int) (ranked.reliability() * PERCENT)));
    }

    /** How likely it is the one to serve the inquiry. */
    public String fit(Candidate candidate, Locale locale) {
        var percent = (int) Math.round(candidate.relevance() * PERCENT);
        return percent == 0 ? say("fitUnderOne", locale) : say("fit", locale, percent);
    }

    /** What it can take besides the inquiries that are open. */
    public String room(Candidate candidate, Locale locale) {
        var capacity = candidate.capacity();
        if (capacity != null) {
            return say("capacity", locale, capacity);
        }
        var usual = Math.round(candidate.usual());
        return usual == 0 ? say("capacityUnknown", locale) : say("usual", locale, usual, terms.replyWithin(locale));
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage("alternatives.why." + key, values, locale);
    }
}
