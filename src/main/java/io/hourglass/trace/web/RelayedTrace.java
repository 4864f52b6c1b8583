package io.hourglass.trace.web;

import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.mail.MailClass;
import io.hourglass.mail.MailReason;
import io.hourglass.mail.ReadMail.Header;
import io.hourglass.mailbox.SyncedMail.Folder;
import io.hourglass.relay.mails.FoundInMailbox;
import io.hourglass.relay.mails.FoundInMailbox.Doubt;
import io.hourglass.relay.mails.FoundInMailbox.MatchedBy;
import io.hourglass.relay.mails.RelayedMail;
import io.hourglass.relay.mails.RelayedMails;
import io.hourglass.relay.mails.Review;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By what a reply that came by mail was taken for one. */
record RelayedTrace(
        @Schema(description = "The reply.") String fact,
        MailClass mailClass,
        @Schema(description = "What was found that says who wrote it.") List<MailReason> reasons,
        @Schema(description = "Who wrote it, as a person says; WAITING while nobody has; absent if it was certain.")
                @Nullable
                Review review,
        @Schema(description = "When and how, and by which clocks.") Clocks clocks,
        @Schema(description = "How it was found in the supplier's mailbox; absent if it came through the relay.")
                @Nullable
                Found found,
        @Schema(description = "A fixed list; none once the buyer has been forgotten.") List<String> headers) {

    /**
     * @param byServer whether the marketplace's mail server says when it was received; else it is when it came here
     * @param skewed whether sender and server are more than ten minutes apart
     */
    record Clocks(Instant receivedAt, boolean byServer, @Nullable Instant sentAt, boolean skewed) {}

    /** @param doubts why a person had to look, beside what was found in it */
    record Found(Folder folder, MatchedBy matchedBy, List<Doubt> doubts) {

        static @Nullable Found of(@Nullable FoundInMailbox found) {
            return found == null
                    ? null
                    : new Found(
                            found.folder(),
                            found.by(),
                            found.doubts().stream().sorted().toList());
        }
    }

    static List<RelayedTrace> of(RelayedMails mails, InquiryId inquiry) {
        return mails.of(List.of(inquiry)).stream().map(RelayedTrace::of).toList();
    }

    private static RelayedTrace of(RelayedMail mail) {
        var times = mail.times();
        return new RelayedTrace(
                mail.fact().value(),
                mail.mailClass(),
                mail.reasons().stream().sorted().toList(),
                mail.review(),
                new Clocks(times.receivedAt(), times.byServer(), times.sentAt(), times.skewed()),
                Found.of(mail.found()),
                mail.headers().stream().map(Header::line).toList());
    }
}
