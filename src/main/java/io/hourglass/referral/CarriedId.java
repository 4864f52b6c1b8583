package io.hourglass.referral;

import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.text.Sha256;
import java.util.HexFormat;

/** The id of a carried-over inquiry: the same inquiry carried over to the same supplier has the same id. */
final class CarriedId {

    private static final int BYTES = 12;

    private CarriedId() {}

    static InquiryId of(InquiryId inquiry, SupplierId supplier) {
        var hash = Sha256.of(inquiry.value() + "\n" + supplier.value());
        return InquiryId.own("referred", HexFormat.of().formatHex(hash, 0, BYTES));
    }
}
