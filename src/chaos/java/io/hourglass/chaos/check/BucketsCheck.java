package io.hourglass.chaos.check;

import io.hourglass.chaos.check.Tables.SupplierDay;
import io.hourglass.sla.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The buckets of the days whose books have closed equal a recount of the judgements. */
final class BucketsCheck {

    static final List<State> COUNTED = List.of(
            State.TIMELY, State.LATE, State.UNANSWERED, State.UNVERIFIED, State.DUPLICATE, State.REJECTED, State.SPAM);

    private BucketsCheck() {}

    static Finding in(Tables tables, Judged judged) {
        return Finding.of("buckets", new Comparison().ofMaps("bucket", recount(tables, judged), tables.buckets()));
    }

    static Map<SupplierDay, List<Integer>> recount(Tables tables, Judged judged) {
        var now = tables.now();
        Map<SupplierDay, List<Integer>> counts = new HashMap<>();
        for (var inquiry : judged.inquiries()) {
            var place = COUNTED.indexOf(judged.stateOf(inquiry));
            if (place >= 0 && !judged.policy().booksClose(inquiry.day()).isAfter(now)) {
                var bucket = counts.computeIfAbsent(
                        new SupplierDay(inquiry.day(), inquiry.supplier()),
                        unseen -> new ArrayList<>(Collections.nCopies(COUNTED.size(), 0)));
                bucket.set(place, bucket.get(place) + 1);
            }
        }
        return counts;
    }
}
