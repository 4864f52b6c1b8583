package io.hourglass.inquiry.lists;

import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Instant;
import java.util.List;

/** Inquiries by their reply deadline, in whatever state. */
public interface DueReplies {

    /** An inquiry and its reply deadline. */
    record DueReply(InquiryId inquiry, SupplierId supplier, Instant dueAt) {}

    /** Those due after the one instant, up to the other, included; by deadline, then by id. */
    List<DueReply> dueWithin(Instant after, Instant upTo);
}
