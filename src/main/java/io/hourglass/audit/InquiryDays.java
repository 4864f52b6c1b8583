package io.hourglass.audit;

import io.hourglass.kernel.InquiryId;
import java.time.LocalDate;
import java.util.Optional;

/** Where to look for an inquiry. Implemented by the module that has the inquiries. */
public interface InquiryDays {

    /** The natural day of receipt; empty if there is no such inquiry. */
    Optional<LocalDate> dayOf(InquiryId inquiry);
}
