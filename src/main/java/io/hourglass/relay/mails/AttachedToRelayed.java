package io.hourglass.relay.mails;

import io.hourglass.kernel.ids.FactId;
import io.hourglass.mail.parse.Attached;
import io.hourglass.mail.parse.AttachmentReader;
import io.hourglass.mailing.sending.AttachedToReplies;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads what is attached to a mail from the mail itself, as long as that is kept. */
@Component
class AttachedToRelayed implements AttachedToReplies {

    private static final Attached NOT_ANY_MORE = new Attached(List.of(), List.of("…"));

    private final RelayedMails mails;

    AttachedToRelayed(RelayedMails mails) {
        this.mails = mails;
    }

    @Override
    public Attached of(FactId reply) {
        return mails.raw(reply)
                .map(raw -> raw.length == 0 ? NOT_ANY_MORE : AttachmentReader.read(raw))
                .orElse(Attached.NOTHING);
    }
}
