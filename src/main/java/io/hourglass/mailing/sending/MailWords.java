package io.hourglass.mailing.sending;

import static java.util.stream.Collectors.joining;

import io.hourglass.evidence.Facts;
import io.hourglass.evidence.Facts.Told;
import io.hourglass.evidence.details.FactText;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.time.ZonedFormat;
import io.hourglass.mail.parse.Attached;
import io.hourglass.mailing.kinds.MailKinds;
import io.hourglass.mailing.outgoing.OutgoingMail;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** What a mail says: of each event a line for its subject, a sentence, and where it leads; as plain text and as HTML. */
@Component
class MailWords {

    private final MessageSource messages;
    private final WaysFromMail ways;
    private final Facts facts;
    private final ITemplateEngine templates;
    private final AttachedToReplies attached;
    private final Clock clock;

    MailWords(
            MessageSource messages,
            WaysFromMail ways,
            Facts facts,
            ITemplateEngine templates,
            AttachedToReplies attached,
            Clock clock) {
        this.messages = messages;
        this.ways = ways;
        this.facts = facts;
        this.templates = templates;
        this.attached = attached;
        this.clock = clock;
    }

    /**
     * @param ways first the one to take
     * @param written what a person wrote to the reader, and who gets a copy; {@link FactText#NONE} for what is ours alone
     * @param attached what came with that
     * @param answersTo where an answer goes to the one who is to be answered; null if to nobody
     */
    record Item(
            String subject,
            String text,
            List<Way> ways,
            FactText written,
            Attached attached,
            @Nullable String answersTo) {

        /** Ours alone. */
        Item(String subject, String text, List<Way> ways) {
            this(subject, text, ways, FactText.NONE, Attached.NOTHING, null);
        }
    }

    /** @param url whole, with this program's address */
    record Way(String label, String url) {}

    Item of(OutgoingMail mail, ZonedFormat format) {
        var about = arguments(mail, format);
        var key = "mail." + mail.kind() + (ofChat(mail) ? ".chat" : "");
        return new Item(
                say(key + ".subject", format.locale(), about),
                say(key + ".text", format.locale(), about),
                ways.from(mail).entrySet().stream()
                        .map(way -> new Way(say("mail.way." + way.getKey(), format.locale()), way.getValue()))
                        .toList(),
                written(mail),
                attached(mail),
                ways.answersTo(mail));
    }

    /** To whom an answer to the whole letter goes: to one only, and only if that is so of each item. */
    static Optional<String> answersTo(List<Item> items) {
        var all = items.stream().map(Item::answersTo).distinct().toList();
        return all.size() == 1 ? Optional.ofNullable(all.get(0)) : Optional.empty();
    }

    /** As it is kept: of a reply that was erased nothing is delivered. */
    private FactText written(OutgoingMail mail) {
        return mail.kind().equals(MailKinds.REPLIED)
                ? facts.toldOf(new InquiryId(mail.about())).stream()
                        .filter(told -> told.stored().fact().id().value().equals(mail.data("fact")))
                        .map(Told::text)
                        .findFirst()
                        .orElse(FactText.NONE)
                : FactText.NONE;
    }

    private Attached attached(OutgoingMail mail) {
        return mail.kind().equals(MailKinds.REPLIED) && mail.data("channel").equals(Channel.RELAY.name())
                ? attached.of(new FactId(mail.data("fact")))
                : Attached.NOTHING;
    }

    private static boolean ofChat(OutgoingMail mail) {
        return mail.kind().equals(MailKinds.DUE_SOON) && !mail.data("account").isEmpty();
    }

    String say(String key, Locale locale, @Nullable Object... about) {
        return messages.getMessage(key, about, locale);
    }

    String text(List<Item> items, String off, Locale locale) {
        var several = items.size() > 1;
        return items.stream()
                        .map(item -> (several ? item.subject() + "\n\n" : "") + plain(item, locale) + "\n")
                        .collect(joining())
                + answersTo(items)
                        .map(address -> say("mail.answer", locale) + "\n\n")
                        .orElse("")
                + say("mail.off", locale) + ": " + off + "\n";
    }

    /** A sentence, and a line for each way. */
    String plain(Item item, Locale locale) {
        var body = item.written().body();
        return item.text() + "\n\n"
                + (body == null ? "" : body.strip() + "\n\n")
                + leftOut(item, locale).map(said -> said + "\n\n").orElse("")
                + item.ways().stream()
                        .map(way -> way.label() + ": " + way.url() + "\n")
                        .collect(joining());
    }

    private Optional<String> leftOut(Item item, Locale locale) {
        var names = item.attached().leftOut();
        return names.isEmpty() ? Optional.empty() : Optional.of(say("mail.leftOut", locale, String.join(", ", names)));
    }

    /** @param off where it is switched off; empty if that makes no sense */
    String html(List<Item> items, String off, Locale locale) {
        return templates.process(
                "mail/letter",
                new Context(
                        locale,
                        Map.of(
                                "items",
                                items,
                                "off",
                                off,
                                "answerable",
                                answersTo(items).isPresent())));
    }

    /** As the bundle counts them: what it is about, its target, how long that is away, and what the kind has beside. */
    private @Nullable Object[] arguments(OutgoingMail mail, ZonedFormat format) {
        var due = mail.data("dueAt");
        var arguments = new ArrayList<@Nullable Object>(List.of(
                mail.about().startsWith(":") ? mail.about().substring(1) : mail.about(),
                due.isEmpty() ? "" : format.exact(Instant.parse(due).truncatedTo(ChronoUnit.MINUTES)),
                due.isEmpty() ? "" : format.between(clock.instant(), Instant.parse(due)),
                format.exact(mail.happenedAt())));
        switch (mail.kind()) {
            case MailKinds.DUE_SOON -> arguments.add(mail.data("account"));
            case MailKinds.MISSED -> arguments.add(mail.data("day"));
            case "number.published", "number.restated" -> {
                arguments.add(mail.data("publishedOn"));
                arguments.add(mail.data().path("met").asInt());
                arguments.add(mail.data().path("counted").asInt());
            }
            case "standing.changed" -> arguments.add(say("mail.standing." + mail.data("change"), format.locale()));
            case "mailbox.stopped" -> arguments.add(say("mail.mailbox." + mail.data("why"), format.locale()));
            case "mailboxes.stopped" -> {
                arguments.add(mail.data().path("unread").asInt());
                arguments.add(mail.data().path("refused").asInt());
            }
            case "dispute.opened", "dispute.decided" -> arguments.add(mail.data("dispute"));
            case "incident.given_up" -> arguments.add(mail.data("step"));
            case "webhook.disabled" -> arguments.add(mail.data("reason"));
            case "day.sealed" -> {
                arguments.add(mail.data("root"));
                arguments.add(mail.data().path("entries").asInt());
            }
            default -> {
                // the four that each has are enough
            }
        }
        return arguments.toArray();
    }
}
