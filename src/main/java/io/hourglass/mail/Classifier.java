package io.hourglass.mail;

import static io.hourglass.mail.MailReason.AUTOMATIC_SENDER;
import static io.hourglass.mail.MailReason.AUTOMATIC_SUBJECT;
import static io.hourglass.mail.MailReason.AUTOMATIC_TEXT;
import static io.hourglass.mail.MailReason.AUTO_GENERATED;
import static io.hourglass.mail.MailReason.AUTO_REPLIED;
import static io.hourglass.mail.MailReason.BOUNCE_SUBJECT;
import static io.hourglass.mail.MailReason.BOUNCE_TEXT;
import static io.hourglass.mail.MailReason.DELIVERY_STATUS;
import static io.hourglass.mail.MailReason.EXCHANGE_OUT_OF_OFFICE;
import static io.hourglass.mail.MailReason.FAILED_RECIPIENTS;
import static io.hourglass.mail.MailReason.INBOX_RULE;
import static io.hourglass.mail.MailReason.IN_THREAD;
import static io.hourglass.mail.MailReason.LIST_HEADERS;
import static io.hourglass.mail.MailReason.LIST_SOFTWARE;
import static io.hourglass.mail.MailReason.MAILER_DAEMON;
import static io.hourglass.mail.MailReason.MAIL_SYSTEM_SENDER;
import static io.hourglass.mail.MailReason.MAIL_SYSTEM_TEXT;
import static io.hourglass.mail.MailReason.NON_DELIVERY_MARK;
import static io.hourglass.mail.MailReason.NOTES_OUT_OF_OFFICE;
import static io.hourglass.mail.MailReason.NO_REPLY_SENDER;
import static io.hourglass.mail.MailReason.NO_SIGN;
import static io.hourglass.mail.MailReason.NULL_RETURN_PATH;
import static io.hourglass.mail.MailReason.OTHER_REPORT;
import static io.hourglass.mail.MailReason.POSSIBLE_SUBJECT;
import static io.hourglass.mail.MailReason.POSSIBLE_TEXT;
import static io.hourglass.mail.MailReason.PRECEDENCE_BULK;
import static io.hourglass.mail.MailReason.PRECEDENCE_REPLY;
import static io.hourglass.mail.MailReason.REPLY_SUBJECT;
import static io.hourglass.mail.MailReason.RESPONSES_SUPPRESSED;
import static io.hourglass.mail.MailReason.SAID_NOT_AUTOMATIC;
import static io.hourglass.mail.MailReason.VENDOR_MARK;

import io.hourglass.mail.words.Folded;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who wrote a mail, by what was read of it (ADR 74). Pure: the same mail has the same class everywhere. What a person wrote is
 * never called automatic for want of certainty; it is UNSURE at worst.
 */
public final class Classifier {

    private static final Set<MailReason> BOUNCES =
            EnumSet.of(DELIVERY_STATUS, FAILED_RECIPIENTS, NON_DELIVERY_MARK, MAILER_DAEMON);

    /** Written by responders alone. */
    private static final Set<MailReason> MARKED =
            EnumSet.of(VENDOR_MARK, PRECEDENCE_REPLY, OTHER_REPORT, EXCHANGE_OUT_OF_OFFICE, AUTOMATIC_SENDER);

    private static final Set<MailReason> WORDED = EnumSet.of(AUTOMATIC_SUBJECT, NOTES_OUT_OF_OFFICE, AUTOMATIC_TEXT);

    private static final Set<MailReason> BOUNCE_SENDER = EnumSet.of(MAIL_SYSTEM_SENDER, NULL_RETURN_PATH);
    private static final Set<MailReason> BOUNCE_WORDS = EnumSet.of(BOUNCE_SUBJECT, MAIL_SYSTEM_TEXT, BOUNCE_TEXT);

    private static final Set<MailReason> BESIDE_ITS_TEXT =
            EnumSet.of(BOUNCE_SUBJECT, NO_REPLY_SENDER, AUTO_REPLIED, AUTO_GENERATED);

    private static final Set<MailReason> POSSIBLE_WORDS = EnumSet.of(POSSIBLE_SUBJECT, POSSIBLE_TEXT);

    /** Said of programs, and of some mails of people: with words of a responder they decide. */
    private static final Set<MailReason> POSSIBLE_MARKS =
            EnumSet.of(NULL_RETURN_PATH, RESPONSES_SUPPRESSED, INBOX_RULE, NO_REPLY_SENDER, PRECEDENCE_BULK);

    private static final Set<MailReason> LISTS = EnumSet.of(LIST_HEADERS, LIST_SOFTWARE);

    /** Each leaves it open. */
    private static final Set<MailReason> DOUBTS = EnumSet.of(
            NULL_RETURN_PATH,
            MAIL_SYSTEM_SENDER,
            MAIL_SYSTEM_TEXT,
            NO_REPLY_SENDER,
            POSSIBLE_SUBJECT,
            AUTOMATIC_SUBJECT,
            NOTES_OUT_OF_OFFICE,
            AUTOMATIC_TEXT);

    private Classifier() {}

    public static Classified of(ReadMail mail) {
        if (mail.refusal() != null) {
            return new Classified(MailClass.UNSURE, EnumSet.of(mail.refusal()));
        }
        var signs = signs(mail);
        var mailClass = decided(signs);
        if (signs.isEmpty()) {
            signs.add(NO_SIGN);
        }
        return new Classified(mailClass, signs);
    }

    private static Set<MailReason> signs(ReadMail mail) {
        var sender = Sender.of(mail.first("from"));
        var subject = Subject.of(mail.first("subject"));
        var signs = EnumSet.noneOf(MailReason.class);
        var text = Folded.of(mail.text());
        BounceSigns.add(mail, sender, subject, text, signs);
        AnswerSigns.add(mail, sender, subject, text, signs);
        ListSigns.add(mail, subject, signs);
        return signs;
    }

    private static MailClass decided(Set<MailReason> signs) {
        if (any(signs, BOUNCES)) {
            return MailClass.BOUNCE;
        }
        if (any(signs, MARKED)) {
            return MailClass.AUTOMATIC;
        }
        if (isBounce(signs)) {
            return MailClass.BOUNCE;
        }
        if (signs.contains(AUTO_REPLIED) || isAutomatic(signs)) {
            return MailClass.AUTOMATIC;
        }
        return isToMany(signs) ? toMany(signs) : toOne(signs);
    }

    /** Of deliveries shops write too, from addresses that take no answers: there the text has to be a mail system's. */
    private static boolean isBounce(Set<MailReason> signs) {
        var unanswerable = signs.containsAll(BOUNCE_SENDER) && !any(signs, WORDED);
        var worded = any(signs, BOUNCE_SENDER) && any(signs, BOUNCE_WORDS) && !signs.contains(AUTOMATIC_SUBJECT);
        var stated = signs.contains(MAIL_SYSTEM_TEXT) && any(signs, BESIDE_ITS_TEXT);
        return unanswerable || worded || stated;
    }

    private static boolean isAutomatic(Set<MailReason> signs) {
        if (signs.contains(AUTO_GENERATED)) {
            return !any(signs, LISTS) || any(signs, WORDED);
        }
        return !signs.contains(SAID_NOT_AUTOMATIC) && (any(signs, WORDED) || isAutomaticTogether(signs));
    }

    private static boolean isAutomaticTogether(Set<MailReason> signs) {
        if (signs.contains(REPLY_SUBJECT) || any(signs, LISTS)) {
            return false;
        }
        var worded = any(signs, POSSIBLE_WORDS) && any(signs, POSSIBLE_MARKS);
        var suppressed = signs.contains(RESPONSES_SUPPRESSED) || signs.contains(INBOX_RULE);
        return worded || (suppressed && signs.contains(NULL_RETURN_PATH));
    }

    private static boolean isToMany(Set<MailReason> signs) {
        return any(signs, LISTS) || signs.contains(PRECEDENCE_BULK);
    }

    /** An answer through a list is a person's, or a list's. */
    private static MailClass toMany(Set<MailReason> signs) {
        return signs.contains(IN_THREAD) || signs.contains(REPLY_SUBJECT) ? MailClass.UNSURE : MailClass.BULK;
    }

    private static MailClass toOne(Set<MailReason> signs) {
        return any(signs, DOUBTS) || signs.containsAll(EnumSet.of(BOUNCE_SUBJECT, BOUNCE_TEXT))
                ? MailClass.UNSURE
                : MailClass.PERSON;
    }

    private static boolean any(Set<MailReason> signs, Set<MailReason> of) {
        return !Collections.disjoint(signs, of);
    }
}
