package io.hourglass.referral;

import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.SupplierId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The id of a carried-over inquiry: the same inquiry carried over to the same supplier has the same id. */
final class CarriedId {

    private static final int BYTES = 12;

    private CarriedId() {}

    static InquiryId of(InquiryId inquiry, SupplierId supplier) {
        var name = (inquiry.value() + "\n" + supplier.value()).getBytes(StandardCharsets.UTF_8);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(name);
            return new InquiryId("referred-" + HexFormat.of().formatHex(digest, 0, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
