package io.hourglass.inquiry.web;

import io.hourglass.inquiry.judging.Explanation;
import io.hourglass.inquiry.judging.Grounds;
import io.hourglass.inquiry.judging.InquiryRule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which rule of which policy version decided on which fact, and that in words (R32). */
record ExplanationView(
        InquiryRule rule,
        int policyVersion,
        @Schema(description = "Left out where the absence of a fact decided.") @Nullable String decidingFact,
        @Schema(description = "The inquiry whose answer is owed: itself, or the one it is a duplicate of.") @Nullable
                String anchor,
        @Schema(description = "English, or Chinese if Accept-Language or ?lang= says so.") String text) {

    static ExplanationView of(Grounds grounds, Locale locale, ZoneId zone) {
        var judgement = grounds.judgement();
        return new ExplanationView(
                judgement.rule(),
                judgement.policyVersion(),
                Objects.toString(judgement.decidingFact(), null),
                Objects.toString(judgement.anchor(), null),
                Explanation.of(grounds, locale, zone));
    }
}
