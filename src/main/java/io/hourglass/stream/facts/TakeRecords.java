package io.hourglass.stream.facts;

import io.hourglass.batch.Batched;
import io.hourglass.imports.taking.TakeLines;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes records in one transaction. What of them is known already changes nothing, so that they may come again. */
@Component
public class TakeRecords {

    private final TakeLines take;

    TakeRecords(TakeLines take) {
        this.take = take;
    }

    /** Those that can never be taken. */
    @Batched
    public List<RejectedRecord> take(FactRecords some) {
        var rejected = new ArrayList<RejectedRecord>();
        take.take(
                some.lines(),
                (place, why) -> rejected.add(
                        new RejectedRecord(some.records().get(place).sent(), why)));
        return rejected;
    }
}
