package io.hourglass.inquiry;

import io.hourglass.kernel.ids.InquiryId;
import java.util.Optional;

/** Short names of inquiries, for where an id would be too long: positive numbers, known to nobody outside. */
public interface NumbersOfInquiries {

    Optional<Long> of(InquiryId inquiry);

    Optional<InquiryId> numbered(long number);
}
