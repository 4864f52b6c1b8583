package io.hourglass.relay.mails;

import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.mail.MailClass;
import io.hourglass.mail.MailReason;
import io.hourglass.mail.ReadMail.Header;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a mail beside the reply that it was: by what it was classified, and when.
 * It came through the relay, or was read in its supplier's mailbox.
 *
 * @param fact the reply
 * @param headers a fixed list of its headers; none once the person has been forgotten
 * @param found how it was found in a mailbox; null if it came through the relay
 * @param review null if it was certain enough who wrote it
 */
@Value.Builder
public record RelayedMail(
        FactId fact,
        InquiryId inquiry,
        MailClass mailClass,
        Set<MailReason> reasons,
        List<Header> headers,
        MailTimes times,
        @Nullable FoundInMailbox found,
        @Nullable Review review) {

    public RelayedMail {
        reasons = Set.copyOf(reasons);
        headers = List.copyOf(headers);
    }

    public static RelayedMailBuilder builder() {
        return new RelayedMailBuilder();
    }
}
