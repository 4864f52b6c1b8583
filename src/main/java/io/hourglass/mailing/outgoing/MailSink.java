package io.hourglass.mailing.outgoing;

import static java.util.stream.Collectors.toMap;

import io.hourglass.kernel.events.EventKind;
import io.hourglass.mailing.kinds.MailKind;
import io.hourglass.mailing.kinds.MailKinds;
import io.hourglass.mailing.people.Recipients;
import io.hourglass.mailing.smtp.MailServer;
import io.hourglass.messages.outbox.KeptEvent;
import io.hourglass.messages.outbox.Sink;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Has each event told to everybody whom it concerns, who has an address and wants it. Off while there is no mail server. */
@Component
class MailSink implements Sink {

    private final MailServer server;
    private final Recipients recipients;
    private final AddressEvents address;
    private final OutgoingMails mails;

    MailSink(MailServer server, Recipients recipients, AddressEvents address, OutgoingMails mails) {
        this.server = server;
        this.recipients = recipients;
        this.address = address;
        this.mails = mails;
    }

    @Override
    public Map<EventKind, Instant> wanted() {
        if (!server.isSetUp()) {
            return Map.of();
        }
        return recipients
                .firstAt()
                .map(since -> MailKinds.all().stream().collect(toMap(MailKind::event, kind -> since)))
                .orElse(Map.of());
    }

    @Override
    public void take(List<KeptEvent> events) {
        if (server.isSetUp()) {
            mails.add(address.to(events));
        }
    }
}
