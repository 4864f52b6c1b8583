package io.hourglass.chaos.check;

import io.hourglass.chaos.check.Tables.SupplierDay;
import io.hourglass.inquiry.judging.InquiryState;
import java.util.HashMap;
import java.util.Map;

/** The buckets of the days whose books have closed equal a recount of the judgements. */
final class BucketsCheck {

    private BucketsCheck() {}

    static Finding in(Tables tables, Judged judged) {
        return Finding.of("buckets", new Comparison().ofMaps("bucket", recount(tables, judged), tables.buckets()));
    }

    static Map<SupplierDay, Map<String, Integer>> recount(Tables tables, Judged judged) {
        var now = tables.now();
        Map<SupplierDay, Map<String, Integer>> counts = new HashMap<>();
        for (var inquiry : judged.inquiries()) {
            var state = judged.stateOf(inquiry);
            if (state != InquiryState.OUT_OF_BOOKS
                    && !judged.policy().days().booksClose(inquiry.day()).isAfter(now)) {
                counts.computeIfAbsent(new SupplierDay(inquiry.day(), inquiry.supplier()), unseen -> new HashMap<>())
                        .merge(state.name(), 1, Integer::sum);
            }
        }
        return counts;
    }
}
