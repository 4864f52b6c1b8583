package io.hourglass.mailing.sending;

import io.hourglass.inquiry.ReplyAddresses;
import io.hourglass.inquiry.lists.ToldBuyers;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.text.PathSegment;
import io.hourglass.mailing.kinds.MailKinds;
import io.hourglass.mailing.links.MailLinks;
import io.hourglass.mailing.links.MailLinks.Link;
import io.hourglass.mailing.links.MailLinks.Purpose;
import io.hourglass.mailing.outgoing.OutgoingMail;
import io.hourglass.mailing.smtp.MailServer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a mail leads: addresses by the names of their words. */
@Component
class WaysFromMail {

    /** After its target an objection may still be raised for some days; the page says until when. */
    private static final Duration OBJECT_FOR = Duration.ofDays(30);

    private final MailServer server;
    private final MailLinks links;
    private final ToldBuyers told;
    private final ReplyAddresses addresses;

    WaysFromMail(MailServer server, MailLinks links, ToldBuyers told, ReplyAddresses addresses) {
        this.server = server;
        this.links = links;
        this.told = told;
        this.addresses = addresses;
    }

    /** The first is the one to take. */
    Map<String, String> from(OutgoingMail mail) {
        var ways = new LinkedHashMap<String, String>();
        switch (mail.kind()) {
            case MailKinds.RECEIVED, MailKinds.DUE_SOON, MailKinds.MISSED -> toReply(mail, ways);
            case MailKinds.ALTERNATIVES ->
                told.of(new InquiryId(mail.about())).stream()
                        .findFirst()
                        .ifPresent(message -> ways.put("alternatives", url("/alternatives/" + message.token())));
            case MailKinds.REPLIED -> ways.put("inquiries", url("/"));
            case "number.published", "number.restated", "standing.changed" -> ways.put("rate", url(ofNumbers(mail)));
            case "dispute.decided" ->
                ways.put("disputes", url("/suppliers/" + PathSegment.of(mail.data("supplier")) + "/disputes"));
            case "dispute.opened" ->
                ways.put("dispute", url("/audit/disputes/" + PathSegment.of(mail.data("dispute"))));
            case "incident.given_up" -> ways.put("incidents", url("/operations/incidents"));
            case "mailbox.stopped" ->
                ways.put("mailbox", url("/suppliers/" + PathSegment.of(mail.about()) + "/mailbox"));
            case "mailboxes.stopped" -> ways.put("mailboxes", url("/operations/mailboxes"));
            case "webhook.disabled" -> ways.put("webhook", url("/settings/webhooks/" + PathSegment.of(mail.about())));
            case "day.sealed" -> ways.put("ledger", url("/audit/ledger"));
            default -> ways.put("operations", url("/operations"));
        }
        return ways;
    }

    /** An answer to the mail answers the inquiry that it is about; null if it is about none, or none can be answered so. */
    @Nullable
    String answersTo(OutgoingMail mail) {
        return switch (mail.kind()) {
            case MailKinds.RECEIVED, MailKinds.DUE_SOON, MailKinds.MISSED ->
                isOfInquiry(mail) ? addresses.of(new InquiryId(mail.about())).orElse(null) : null;
            default -> null;
        };
    }

    private static boolean isOfInquiry(OutgoingMail mail) {
        return mail.data("account").isEmpty() && !mail.data("subject").startsWith(":");
    }

    private void toReply(OutgoingMail mail, Map<String, String> ways) {
        var account = mail.data("account");
        var subject = mail.data("subject");
        if (!account.isEmpty()) {
            var shop = "/suppliers/" + PathSegment.of(mail.data("shop"));
            ways.put("consultation", url(shop + "/chat/consultations/" + PathSegment.of(mail.about())));
        } else if (subject.startsWith(":")) {
            ways.put("start", url("/"));
        } else {
            var supplier = subject.isEmpty() ? mail.data("supplier") : subject;
            ways.put(
                    "reply",
                    url("/suppliers/" + PathSegment.of(supplier) + "/inquiries/" + PathSegment.of(mail.about())));
            if (!mail.kind().equals(MailKinds.MISSED)) {
                ways.put("object", url("/mail/inquiries/" + links.sign(object(mail))));
            }
        }
    }

    private static Link object(OutgoingMail mail) {
        var expires = Instant.parse(mail.data("dueAt")).plus(OBJECT_FOR);
        return new Link(Purpose.OBJECT, mail.account(), mail.about(), expires);
    }

    /** Those of chat by the shop's page are found from the start. */
    private static String ofNumbers(OutgoingMail mail) {
        return mail.track() == null || mail.track().equals("INQUIRY")
                ? "/suppliers/" + PathSegment.of(mail.about()) + "/rate"
                : "/";
    }

    private String url(String path) {
        return server.address() + path;
    }
}
