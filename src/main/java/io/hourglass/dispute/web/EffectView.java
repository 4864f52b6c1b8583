package io.hourglass.dispute.web;

import io.hourglass.dispute.DecisionEffect.Effect;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.web.RestatementView.RestatedNumberView;
import io.hourglass.inquiry.judging.InquiryState;
import java.util.List;

/**
 * What accepting a dispute would change.
 *
 * @param before the inquiry's verdict, or what is in its place, now
 * @param after the same then
 * @param state of the dispute then
 * @param numbers that would be restated, by date
 */
record EffectView(InquiryState before, InquiryState after, DisputeState state, List<RestatedNumberView> numbers) {

    static EffectView of(Effect effect) {
        return new EffectView(
                effect.before(),
                effect.after(),
                effect.state(),
                effect.numbers().stream().map(RestatedNumberView::of).toList());
    }
}
