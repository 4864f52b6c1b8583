package io.hourglass.relay.synced;

import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.threads.ThreadsOfSupplier;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.mail.ThreadSubject;
import java.util.Map;
import java.util.Set;

/**
 * A supplier's mailbox, and what is known of its recent inquiries while mails of it are taken.
 *
 * @param address the one that it is registered under
 * @param addresses of buyers, in small letters; one of whom none is known is absent
 * @param subjects of inquiries, as far as they were asked for; empty of one that has none
 */
record Mailbox(
        String address,
        ThreadsOfSupplier threads,
        Map<BuyerId, Set<String>> addresses,
        Map<InquiryId, ThreadSubject> subjects) {

    Set<String> addressesOf(Inquiry inquiry) {
        return addresses.getOrDefault(inquiry.buyer(), Set.of());
    }
}
