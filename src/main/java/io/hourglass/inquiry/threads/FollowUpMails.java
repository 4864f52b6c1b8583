package io.hourglass.inquiry.threads;

import io.hourglass.kernel.ids.InquiryId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Mails of buyers that are known to be about an inquiry, and are no facts: of each the hash of its id. */
public interface FollowUpMails {

    /** To add it again changes nothing. */
    void add(InquiryId inquiry, String hash);

    /** One without is absent. */
    Map<InquiryId, List<String>> of(Collection<InquiryId> inquiries);
}
