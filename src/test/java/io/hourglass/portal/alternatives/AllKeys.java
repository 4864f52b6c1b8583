package io.hourglass.portal.alternatives;

import io.hourglass.inquiry.reading.BuyerStatus;
import java.util.ArrayList;
import java.util.List;

/** The keys that the page puts together from names of constants. */
public final class AllKeys {

    public static final List<String> OF_ALTERNATIVES = all();

    private AllKeys() {}

    private static List<String> all() {
        var keys = new ArrayList<String>();
        for (var stage : Stage.values()) {
            if (stage != Stage.ON_OFFER) {
                keys.add("alternatives.stage." + stage);
            }
        }
        for (var became : BuyerStatus.values()) {
            keys.add("alternatives.became." + became);
            if (became != BuyerStatus.WAITING && became != BuyerStatus.WITHDRAWN && became != BuyerStatus.SET_ASIDE) {
                keys.add("alternatives.stage.ON_OFFER." + became);
            }
        }
        for (var mistake : Mistake.values()) {
            keys.add("alternatives.mistake." + mistake);
        }
        return keys;
    }
}
