package io.hourglass.access;

import io.hourglass.kernel.BuyerId;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.SupplierId;
import java.util.Optional;

/** Whose an inquiry is. Implemented by the module that has inquiries. */
public interface InquiryParties {

    Optional<Parties> of(InquiryId inquiry);

    /** Between whom it is. */
    record Parties(BuyerId buyer, SupplierId supplier) {}
}
