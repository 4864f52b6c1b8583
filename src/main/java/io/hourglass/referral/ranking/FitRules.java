package io.hourglass.referral.ranking;

import io.hourglass.kernel.InvalidInput;

/**
 * How much each source says about who fits an inquiry; what is left of 1 goes to what was learnt from earlier ones.
 *
 * @param declared the weight of the categories that suppliers say they deal in
 * @param words the weight of product words found in the inquiry
 * @param backOff see {@link RelevanceWeights}
 */
public record FitRules(double declared, double words, RelevanceWeights backOff) {

    public static final FitRules DEFAULT = new FitRules(0.6, 0.2, RelevanceWeights.DEFAULT);

    public FitRules {
        if (declared < 0 || words < 0 || declared + words > 1) {
            throw new InvalidInput(
                    "fit", declared + " and " + words, "shares of declared and words that are no more than 1 together");
        }
    }

    double learnt() {
        return 1 - declared - words;
    }
}
