package io.hourglass.referral.web;

import io.hourglass.referral.Alternatives.Course;
import io.hourglass.referral.offers.Offered;
import io.hourglass.referral.offers.Pick;
import io.hourglass.referral.offers.Reasons;
import io.hourglass.referral.offers.ReasonsInWords;
import io.hourglass.referral.offers.ReferralState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The status of a buyer's request for alternatives. */
record ReferralView(
        String inquiry,
        @Schema(description = "The inquiry that the buyer sent itself, where this one is an alternative.") String root,
        String buyer,
        @Schema(description = "The supplier that did not serve.") String asked,
        @Nullable String category,
        ReferralState state,
        Instant askedAt,
        @Schema(description = "The last instant at which the buyer may pick.") Instant expiresAt,
        @Schema(description = "When the buyer first saw the offer.") @Nullable Instant firstSeenAt,
        @Schema(description = "Where no supplier was found: the most similar category that has suppliers.") @Nullable
                String nearestCategory,
        int picksAtMost,
        int policyVersion,
        List<Alternative> offer,
        List<Picked> picks) {

    /** A supplier in the offer, and its score in parts. */
    record Alternative(
            int place,
            String supplier,
            @Schema(description = "relevance^a × reliability^b × room^c of the rules; 0 for a newcomer's place.")
                    double score,
            @Schema(description = "A share of one.") double relevance,
            @Schema(description = "The lower bound of its published rate.") double reliability,
            @Schema(description = "From 0, none, to 1.") double room,
            boolean newcomer,
            int timely,
            int countable,
            int openInquiries,
            @Schema(description = "How many it usually answers within three days.") double usual,
            @Nullable Integer capacity,
            Reasons reasons,
            @Schema(
                            description =
                                    "The same in words, as the buyer reads them: figures, what they prove, what speaks for"
                                            + " it, fit, room.")
                    List<String> inWords) {

        static Alternative of(Offered offered, ReasonsInWords words, Locale locale) {
            var ranked = offered.ranked();
            var candidate = ranked.candidate();
            return new Alternative(
                    ranked.place(),
                    candidate.supplier().value(),
                    ranked.score(),
                    candidate.relevance(),
                    ranked.reliability(),
                    ranked.room(),
                    ranked.newcomer(),
                    candidate.timely(),
                    candidate.countable(),
                    candidate.open(),
                    candidate.usual(),
                    candidate.capacity(),
                    offered.reasons(),
                    inWords(offered, words, locale));
        }

        private static List<String> inWords(Offered offered, ReasonsInWords words, Locale locale) {
            var ranked = offered.ranked();
            return Stream.of(
                            Stream.of(words.reliability(ranked, locale)),
                            words.bound(ranked, locale).stream(),
                            words.reasons(offered.reasons(), locale).stream(),
                            Stream.of(words.fit(ranked.candidate(), locale), words.room(ranked.candidate(), locale)))
                    .flatMap(part -> part)
                    .toList();
        }
    }

    /** A supplier picked, and the inquiry that was carried over to it. */
    record Picked(String supplier, String inquiry, Instant pickedAt) {

        static Picked of(Pick pick) {
            return new Picked(pick.supplier().value(), pick.newInquiry().value(), pick.pickedAt());
        }
    }

    static ReferralView of(Course course, ReasonsInWords words, Locale locale) {
        var referral = course.referral();
        return new ReferralView(
                referral.inquiry().value(),
                referral.root().value(),
                referral.buyer().value(),
                referral.asked().value(),
                referral.category(),
                course.state(),
                referral.askedAt(),
                referral.expiresAt(),
                referral.firstSeenAt(),
                referral.nearest(),
                course.picksAtMost(),
                referral.policyVersion(),
                course.offer().stream()
                        .map(offered -> Alternative.of(offered, words, locale))
                        .toList(),
                course.picks().stream().map(Picked::of).toList());
    }
}
