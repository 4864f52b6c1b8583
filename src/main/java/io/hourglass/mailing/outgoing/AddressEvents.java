package io.hourglass.mailing.outgoing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.access.accounts.Account;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.mailing.kinds.MailKind;
import io.hourglass.mailing.kinds.MailKinds;
import io.hourglass.mailing.outgoing.OutgoingMail.State;
import io.hourglass.mailing.people.Recipient;
import io.hourglass.mailing.people.Recipients;
import io.hourglass.messages.outbox.KeptEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Of events, which mails to whom they are, and when each is due. */
@Component
class AddressEvents {

    private final Audiences audiences;
    private final Recipients recipients;
    private final Schedule schedule;
    private final ObjectMapper json;
    private final Clock clock;

    AddressEvents(Audiences audiences, Recipients recipients, Schedule schedule, ObjectMapper json, Clock clock) {
        this.audiences = audiences;
        this.recipients = recipients;
        this.schedule = schedule;
        this.json = json;
        this.clock = clock;
    }

    /** An event that can be told by mail. */
    record Told(KeptEvent event, MailKind kind, JsonNode data) {}

    List<OutgoingMail> to(List<KeptEvent> events) {
        var told = events.stream()
                .flatMap(event ->
                        MailKinds.find(event.kind().name())
                                .map(kind -> new Told(event, kind, event.fields(json)))
                                .stream())
                .toList();
        if (told.isEmpty()) {
            return List.of();
        }
        var concerned = audiences.of(told);
        var accounts = concerned.values().stream()
                .flatMap(List::stream)
                .map(Account::name)
                .distinct()
                .toList();
        return addressed(told, concerned, recipients.find(accounts), recipients.choices(accounts));
    }

    private List<OutgoingMail> addressed(
            List<Told> told,
            Map<Told, List<Account>> concerned,
            Map<String, Recipient> known,
            Map<String, Map<String, Boolean>> choices) {
        var now = clock.instant();
        var mails = new ArrayList<OutgoingMail>();
        for (var one : told) {
            for (var account : concerned.getOrDefault(one, List.of())) {
                var recipient = known.get(account.name());
                var wanted = one.kind().isWanted(choices.getOrDefault(account.name(), Map.of()));
                if (recipient != null && recipient.isReached() && wanted && !isDelivered(one)) {
                    mails.add(mail(one, recipient, now));
                }
            }
        }
        return mails;
    }

    /** A reply that was written by mail has reached its buyer. */
    private static boolean isDelivered(Told told) {
        var channel = told.data().path("channel").asText();
        return told.kind().name().equals(MailKinds.REPLIED)
                && (channel.equals(Channel.MAIL.name()) || channel.equals(Channel.MAILBOX.name()));
    }

    private OutgoingMail mail(Told told, Recipient recipient, Instant now) {
        var event = told.event();
        return OutgoingMail.builder()
                .id(UUID.randomUUID().toString())
                .event(event.seq())
                .account(recipient.account())
                .kind(event.kind().name())
                .track(event.track())
                .about(event.about())
                .happenedAt(event.at())
                .data(told.data())
                .state(State.WAITING)
                .attempts(0)
                .addedAt(now)
                .dueAt(schedule.dueAt(told.kind(), recipient, now))
                .build();
    }
}
