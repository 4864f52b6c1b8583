package io.hourglass.inquiry.intake;

import io.hourglass.batch.Batched;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.Refused;
import io.hourglass.kernel.ids.InquiryId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Records the facts that waited for their inquiry, in the transaction that records it: they are learned of then. */
@Component
public class PlaceParked {

    private static final Logger log = LoggerFactory.getLogger(PlaceParked.class);

    private final ParkedFacts parked;
    private final RecordFact record;

    PlaceParked(ParkedFacts parked, RecordFact record) {
        this.parked = parked;
        this.record = record;
    }

    /** Of an inquiry that is known. */
    @Batched
    public void of(InquiryId inquiry) {
        var facts = parked.of(List.of(inquiry)).getOrDefault(inquiry, List.of());
        if (!facts.isEmpty()) {
            facts.forEach(this::place);
            parked.placed(inquiry);
        }
    }

    /** What contradicts the inquiry is none of its facts. */
    private void place(FactReport fact) {
        try {
            record.record(fact);
        } catch (InvalidInput | NotFound | Refused e) {
            log.warn("A fact that waited for inquiry {} is left out: {}", fact.inquiry(), e.getMessage());
        }
    }
}
