package io.hourglass.portal.alternatives;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.rate.standing.Standings;
import io.hourglass.referral.offers.Offered;
import io.hourglass.referral.offers.ReasonsInWords;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the suppliers that an offer holds into words. */
@Component
class OfferCards {

    private final Standings standings;
    private final ReasonsInWords words;
    private final RestatedInWords restated;

    OfferCards(Standings standings, ReasonsInWords words, RestatedInWords restated) {
        this.standings = standings;
        this.words = words;
        this.restated = restated;
    }

    List<Card> of(List<Offered> offer, Instant askedAt, Function<SupplierId, String> names, Locale locale) {
        var hidden = standings.hidden(Track.INQUIRY);
        return offer.stream()
                .map(one -> card(
                        one,
                        names,
                        !hidden.contains(one.supplier().subject()),
                        restated.behindOffer(one.supplier(), askedAt, locale),
                        locale))
                .toList();
    }

    /** @param shown whether the supplier lets buyers see its figures (R25); they have ranked it anyway */
    private Card card(
            Offered one, Function<SupplierId, String> names, boolean shown, @Nullable String restated, Locale locale) {
        var ranked = one.ranked();
        return new Card(
                one.supplier().value(),
                names.apply(one.supplier()),
                ranked.newcomer(),
                shown ? words.reliability(ranked, locale) : words.hidden(locale),
                shown ? words.bound(ranked, locale).orElse(null) : null,
                shown ? restated : null,
                words.reasons(one.reasons(), locale),
                words.fit(ranked.candidate(), locale),
                ranked.candidate().open(),
                words.room(ranked.candidate(), locale));
    }
}
