package io.hourglass.mail;

import static io.hourglass.mail.MailReason.IN_THREAD;
import static io.hourglass.mail.MailReason.LIST_HEADERS;
import static io.hourglass.mail.MailReason.LIST_SOFTWARE;
import static io.hourglass.mail.MailReason.PRECEDENCE_BULK;
import static io.hourglass.mail.MailReason.REPLY_SUBJECT;

import java.util.Locale;
import java.util.Set;

/** What says that a mail went to many, and what that it answers another. */
final class ListSigns {

    private static final String[] HEADERS = {
        "list-id",
        "list-unsubscribe",
        "list-unsubscribe-post",
        "list-post",
        "list-subscribe",
        "list-help",
        "list-owner",
        "list-archive"
    };

    /** SmartList, Yahoo Groups and ezmlm, Mailman, Majordomo and LISTSERV, Lyris, Mailchimp, certified senders (CSA). */
    private static final String[] SOFTWARE = {
        "x-mailing-list",
        "mailing-list",
        "x-beenthere",
        "x-mailman-version",
        "x-listserver",
        "x-list-host",
        "x-ml-name",
        "x-mlserver",
        "x-campaign",
        "x-campaignid",
        "x-mc-user",
        "x-csa-complaints"
    };

    private static final Set<String> MANY = Set.of("bulk", "list", "junk");

    private ListSigns() {}

    static void add(ReadMail mail, Subject subject, Set<MailReason> to) {
        if (mail.has(HEADERS)) {
            to.add(LIST_HEADERS);
        }
        if (mail.has(SOFTWARE)) {
            to.add(LIST_SOFTWARE);
        }
        if (mail.all("precedence").anyMatch(value -> MANY.contains(value.toLowerCase(Locale.ROOT)))) {
            to.add(PRECEDENCE_BULK);
        }
        if (subject.isReply()) {
            to.add(REPLY_SUBJECT);
        }
        if (mail.has("in-reply-to", "references")) {
            to.add(IN_THREAD);
        }
    }
}
