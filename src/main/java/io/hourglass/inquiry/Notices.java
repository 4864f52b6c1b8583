package io.hourglass.inquiry;

import io.hourglass.kernel.ids.InquiryId;
import java.time.Instant;
import java.util.List;

/** The notices to buyers. */
public interface Notices {

    /** Idempotent: the same notice again changes nothing. */
    void tell(InquiryId inquiry, Notice.Kind kind, Instant at);

    /** In the order of their notice. */
    List<Notice> toldTo(InquiryId inquiry);

    /** The notices to buyers who have not been erased, from that instant on, in their order, then by inquiry. */
    List<Told> toldSince(Instant since, long offset, int limit);

    /** The notices to the buyer of an inquiry. */
    record Told(Inquiry inquiry, Notice notice) {}

    /** A notice to the buyer of an inquiry. */
    record Notice(Kind kind, Instant toldAt) {

        /** The kinds of notices. */
        public enum Kind {
            /** The supplier has not answered; alternatives can be asked for (R30). */
            ALTERNATIVES_AVAILABLE,
            /** The supplier rejected the inquiry; alternatives can be asked for (R30). */
            REJECTED,
            /** No supplier can be recommended. */
            NOBODY_FOUND,
            /** The supplier has answered, after a notice that it had not. */
            REPLIED_AFTER_ALL,
            /** We cannot see a reply yet: the sync of the supplier's mailbox has a gap (R20). */
            NO_REPLY_VISIBLE_YET
        }
    }
}
