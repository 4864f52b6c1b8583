package io.hourglass.inquiry.steps;

import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inquiries whose verdict may rest on what could not be seen. */
public interface UnseenCases {

    /**
     * Those that are booked as not answered or as unverified, and whose time to reply touches that time.
     *
     * @param supplier null for all
     * @param open the first day whose books are open
     * @param after the last that is known already; null for none
     * @return by their ids
     */
    List<InquiryId> standing(
            @Nullable SupplierId supplier,
            Instant from,
            Instant until,
            LocalDate open,
            @Nullable InquiryId after,
            int limit);
}
