package io.hourglass.referral;

import io.hourglass.kernel.SupplierId;
import java.util.Map;

/** Who served how many of the inquiries with a trait. */
public interface ServedCounts {

    /** Empty if nobody served any. */
    Map<SupplierId, Integer> of(Trait trait);
}
