package io.hourglass.inquiry;

import io.hourglass.kernel.InquiryId;
import java.time.Instant;
import java.util.List;

/** What buyers have been told. */
public interface Notices {

    /** To tell the same again changes nothing. */
    void tell(InquiryId inquiry, Notice.Kind kind, Instant at);

    /** In the order in which they were told. */
    List<Notice> toldTo(InquiryId inquiry);

    /** What buyers who have not been erased were told from that instant on, in the order in which they were told, then by inquiry. */
    List<Told> toldSince(Instant since, long offset, int limit);

    /** What the buyer of an inquiry was told. */
    record Told(Inquiry inquiry, Notice notice) {}

    /** One thing told to the buyer of an inquiry. */
    record Notice(Kind kind, Instant toldAt) {

        /** What the buyer is told. */
        public enum Kind {
            /** The supplier has not answered; alternatives can be asked for (R30). */
            ALTERNATIVES_AVAILABLE,
            /** The supplier rejected the inquiry; alternatives can be asked for (R30). */
            REJECTED,
            /** There is nobody to recommend. */
            NOBODY_FOUND,
            /** The supplier has answered after all, after the buyer was told that it had not. */
            REPLIED_AFTER_ALL,
            /** We cannot see a reply yet: the sync of the supplier's mailbox has a gap (R20). */
            NO_REPLY_VISIBLE_YET
        }
    }
}
