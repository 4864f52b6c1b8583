package io.hourglass.trace.web;

import io.hourglass.kernel.ids.Track;
import io.hourglass.mailing.outgoing.OutgoingMail;
import io.hourglass.mailing.outgoing.OutgoingMail.State;
import io.hourglass.mailing.outgoing.OutgoingMails;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody was told by mail about a case. */
record MailTrace(
        @Schema(description = "The account that it was for.") String to,
        String kind,
        Instant happenedAt,
        State state,
        @Schema(description = "When it was sent, dropped or given up; absent while it waits.") @Nullable
                Instant endedAt,
        @Schema(description = "Why it was not sent, or did not arrive.") @Nullable String reason) {

    static List<MailTrace> of(OutgoingMails mails, Track track, String id) {
        return mails.about(track, id).stream().map(MailTrace::of).toList();
    }

    private static MailTrace of(OutgoingMail mail) {
        return new MailTrace(
                mail.account(), mail.kind(), mail.happenedAt(), mail.state(), mail.endedAt(), mail.reason());
    }
}
