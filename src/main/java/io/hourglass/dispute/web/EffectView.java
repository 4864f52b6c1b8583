package io.hourglass.dispute.web;

import io.hourglass.dispute.DecisionEffect.Effect;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.web.RestatementView.RestatedNumberView;
import java.util.List;

/**
 * What accepting a dispute would change.
 *
 * @param before the verdict, or what is in its place, now
 * @param after the same then
 * @param state of the dispute then
 * @param numbers that would be restated, by date
 */
record EffectView(String before, String after, DisputeState state, List<RestatedNumberView> numbers) {

    static EffectView of(Effect effect) {
        return new EffectView(
                effect.before().name(),
                effect.after().name(),
                effect.state(),
                effect.numbers().stream().map(RestatedNumberView::of).toList());
    }
}
