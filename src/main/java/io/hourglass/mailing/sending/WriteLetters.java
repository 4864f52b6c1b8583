package io.hourglass.mailing.sending;

import io.hourglass.access.accounts.Preferences;
import io.hourglass.kernel.time.MarketplaceZone;
import io.hourglass.kernel.time.ZonedFormat;
import io.hourglass.mailing.links.MailLinks;
import io.hourglass.mailing.links.MailLinks.Link;
import io.hourglass.mailing.links.MailLinks.Purpose;
import io.hourglass.mailing.outgoing.OutgoingMail;
import io.hourglass.mailing.people.Recipients;
import io.hourglass.mailing.sending.MailWords.Item;
import io.hourglass.mailing.smtp.Letter;
import io.hourglass.mailing.smtp.MailServer;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes what is due to an account as one letter, in its language and zone, with a link to switch it off (RFC 8058). */
@Component
public class WriteLetters {

    private static final Duration LINK_WORKS_FOR = Duration.ofDays(400);

    private final Recipients recipients;
    private final Preferences preferences;
    private final MarketplaceZone marketplace;
    private final MailLinks links;
    private final MailWords words;
    private final MailServer server;
    private final Clock clock;

    WriteLetters(
            Recipients recipients,
            Preferences preferences,
            MarketplaceZone marketplace,
            MailLinks links,
            MailWords words,
            MailServer server,
            Clock clock) {
        this.recipients = recipients;
        this.preferences = preferences;
        this.marketplace = marketplace;
        this.links = links;
        this.words = words;
        this.server = server;
        this.clock = clock;
    }

    /** Empty if the account has no address any more. */
    Optional<Letter> to(String account, List<OutgoingMail> mails) {
        return recipients.find(account).map(recipient -> {
            var preference = preferences.of(account);
            var locale = Locale.forLanguageTag(Objects.requireNonNullElse(preference.language(), "en"));
            var format = new ZonedFormat(Objects.requireNonNullElse(preference.zone(), marketplace.zone()), locale);
            var items = mails.stream().map(mail -> words.of(mail, format)).toList();
            var off = server.address() + "/mail/unsubscribe/" + links.sign(unsubscribe(account, mails));
            return Letter.builder()
                    .id(mails.get(0).id())
                    .to(recipient.address())
                    .cc(items.get(0).written().cc())
                    .subject(subject(items, locale))
                    .text(words.text(items, off, locale))
                    .html(words.html(items, off, locale))
                    .attachments(items.get(0).attached().parts())
                    .headers(headers(items, off))
                    .build();
        });
    }

    private static Map<String, String> headers(List<Item> items, String off) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("List-Unsubscribe", "<" + off + ">");
        headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        MailWords.answersTo(items).ifPresent(address -> headers.put("Reply-To", address));
        return headers;
    }

    private String subject(List<Item> items, Locale locale) {
        var first = items.get(0).subject();
        return items.size() == 1 ? first : words.say("mail.several", locale, first, items.size() - 1);
    }

    /** Of the one kind that it tells of, or else of all. */
    private Link unsubscribe(String account, List<OutgoingMail> mails) {
        var kinds = mails.stream().map(OutgoingMail::kind).distinct().toList();
        return new Link(
                Purpose.UNSUBSCRIBE,
                account,
                kinds.size() == 1 ? kinds.get(0) : "",
                clock.instant().plus(LINK_WORKS_FOR));
    }
}
