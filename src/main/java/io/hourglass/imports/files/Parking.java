package io.hourglass.imports.files;

import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import java.time.Instant;
import java.util.List;

/** Where facts wait for their inquiry. */
public interface Parking {

    /**
     * A fact that waits.
     *
     * @param fact its id
     * @param since when it came
     */
    record Parked(String fact, InquiryId inquiry, Instant since) {}

    /**
     * To park the same again changes nothing.
     *
     * @return whether it waits from now on
     * @throws io.hourglass.evidence.FactConflict if one with its id waits already, with other content
     */
    boolean park(FactReport fact, Instant now);

    /** Those that name the buyer, each as a line of JSON. */
    List<String> of(BuyerId buyer);

    /** Those wait no longer, and are no facts. */
    void forget(BuyerId buyer);

    /** Those that have waited longest first. */
    ListPage<Parked> waiting(PageQuery page);

    /** Inquiries that are known by now and whose facts still wait: the two came at the same moment. */
    List<InquiryId> overtaken(int limit);
}
