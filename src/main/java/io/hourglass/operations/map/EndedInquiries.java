package io.hourglass.operations.map;

import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inquiries whose process is over. The engine has no record of it any more; the trace of each draws its path. */
public interface EndedInquiries {

    /** The latest received first, from {@code offset} on. */
    List<Ended> latest(long offset, int limit);

    /** @param state as the books have it last; null for one outside the books */
    record Ended(
            InquiryId inquiry, SupplierId supplier, BuyerId buyer, Instant receivedAt, @Nullable InquiryState state) {}
}
