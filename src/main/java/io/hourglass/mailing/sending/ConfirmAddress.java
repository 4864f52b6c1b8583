package io.hourglass.mailing.sending;

import io.hourglass.mailing.links.MailLinks;
import io.hourglass.mailing.links.MailLinks.Link;
import io.hourglass.mailing.links.MailLinks.Purpose;
import io.hourglass.mailing.people.Recipient;
import io.hourglass.mailing.sending.MailWords.Item;
import io.hourglass.mailing.sending.MailWords.Way;
import io.hourglass.mailing.smtp.Letter;
import io.hourglass.mailing.smtp.MailServer;
import io.hourglass.mailing.smtp.MailServer.Said;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sends the mail by which the reader of an address says that it is its own; at once, so that who typed it learns whether it went. */
@Component
public class ConfirmAddress {

    private static final Duration LINK_WORKS_FOR = Duration.ofDays(2);

    private final MailServer server;
    private final MailLinks links;
    private final MailWords words;
    private final Clock clock;

    ConfirmAddress(MailServer server, MailLinks links, MailWords words, Clock clock) {
        this.server = server;
        this.links = links;
        this.words = words;
        this.clock = clock;
    }

    /** What the server said; that it is not taken where there is none. */
    public Said ask(Recipient recipient, Locale locale) {
        if (!server.isSetUp()) {
            return Said.notNow("no mail server is configured");
        }
        var id = UUID.randomUUID().toString();
        var item = item(recipient, locale);
        var letter = Letter.builder()
                .id(id)
                .to(recipient.address())
                .cc(List.of())
                .subject(item.subject())
                .text(words.plain(item, locale))
                .html(words.html(List.of(item), "", locale))
                .attachments(List.of())
                .headers(Map.of())
                .build();
        return server.send(List.of(letter)).getOrDefault(id, Said.notNow("nothing was said"));
    }

    private Item item(Recipient recipient, Locale locale) {
        var link = links.sign(new Link(
                Purpose.CONFIRM,
                recipient.account(),
                recipient.address(),
                clock.instant().plus(LINK_WORKS_FOR)));
        return new Item(
                words.say("mail.confirm.subject", locale),
                words.say("mail.confirm.text", locale, recipient.account()),
                List.of(new Way(words.say("mail.way.confirm", locale), server.address() + "/mail/confirm/" + link)));
    }
}
