package io.hourglass.inquiry;

import io.hourglass.kernel.ids.InquiryId;
import java.util.Optional;

/** To which a supplier can answer by mail. An address is its supplier's secret: who knows it replies in that one's name. */
public interface ReplyAddresses {

    /** Empty if there is no such inquiry, or none can be answered by mail. */
    Optional<String> of(InquiryId inquiry);
}
