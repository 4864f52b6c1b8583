package io.hourglass.inquiry.lists;

import io.hourglass.kernel.ids.InquiryId;
import java.util.Collection;
import java.util.Set;

/**
 * To which inquiries that wait a reply is owed: one place for what is open, what breaks next, and a supplier's load. The
 * process of a duplicate waits like any other, and so does an anchor's that was answered through its duplicate; only the
 * judge knows that nothing is owed there.
 */
public interface OwedReplies {

    /**
     * As a condition on {@code hourglass.inquiry i}: it has company of its pair near enough to be one's duplicate, or its
     * process could not be notified. Of all others that wait a reply is owed, and the judge need not be asked.
     */
    String IN_DOUBT =
            """
            (exists (select 1 from hourglass.inquiry company
                     where company.buyer = i.buyer and company.supplier = i.supplier and company.id <> i.id
                       and company.received_at between i.received_at - interval '48' hour
                                                   and i.received_at + interval '48' hour)
              or i.id in (select untold.business_key from hourglass.untold_process untold
                          where untold.process = 'inquiry'))
            """;

    /** Of these, those to which no reply is owed: by what the judge says of each now. */
    Set<InquiryId> notOwed(Collection<InquiryId> inquiries);
}
