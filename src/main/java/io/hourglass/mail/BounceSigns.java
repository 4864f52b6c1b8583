package io.hourglass.mail;

import static io.hourglass.mail.MailReason.BOUNCE_SUBJECT;
import static io.hourglass.mail.MailReason.BOUNCE_TEXT;
import static io.hourglass.mail.MailReason.DELIVERY_STATUS;
import static io.hourglass.mail.MailReason.FAILED_RECIPIENTS;
import static io.hourglass.mail.MailReason.MAILER_DAEMON;
import static io.hourglass.mail.MailReason.MAIL_SYSTEM_SENDER;
import static io.hourglass.mail.MailReason.MAIL_SYSTEM_TEXT;
import static io.hourglass.mail.MailReason.NON_DELIVERY_MARK;
import static io.hourglass.mail.MailReason.NULL_RETURN_PATH;
import static io.hourglass.mail.MailReason.OTHER_REPORT;

import io.hourglass.mail.words.Phrases;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What says that a mail system reports on another mail. */
final class BounceSigns {

    private static final Phrases CERTAIN = Phrases.of("bounce-texts.txt", "certain");
    private static final Phrases POSSIBLE = Phrases.of("bounce-texts.txt", "possible");

    /** Reports begin with an address or two, or with words for those who run the system. */
    private static final int WITHIN = 2_000;

    private static final Pattern REPORT = Pattern.compile("^multipart/report\\b.*", Pattern.DOTALL);

    private static final Pattern REPORT_TYPE = Pattern.compile("report-type\\s*=\\s*\"?([^\\s\";]+)");

    /** RFC 3464, and RFC 6533 for addresses beyond ASCII. */
    private static final Pattern STATUS_PART =
            Pattern.compile("^message/(?:global-)?delivery-status\\b.*", Pattern.DOTALL);

    /** RFC 8098, RFC 6533, RFC 5965. */
    private static final Pattern OTHER_PART =
            Pattern.compile("^message/(?:(?:global-)?disposition-notification|feedback-report)\\b.*", Pattern.DOTALL);

    /** The fields of RFC 3464 in the text itself, folded: Amazon WorkMail, and reports whose parts a list has taken away. */
    private static final List<Pattern> STATUS_FIELDS = List.of(
            Pattern.compile("(?m)^(?:final|original) recipient ?: ?(?:rfc822|utf 8) ?;"),
            Pattern.compile("(?m)^action ?: ?(?:failed|delayed)\\b"));

    /** fml, a list's software, reports under the address of its administrator. */
    private static final Pattern FML_ID = Pattern.compile("<\\d+\\.fml.*", Pattern.CASE_INSENSITIVE);

    private static final Pattern NOBODY =
            Pattern.compile("<?\\s*>?|<?mailer-daemon(?:@.*)?>?", Pattern.CASE_INSENSITIVE);

    private BounceSigns() {}

    /** @param text folded */
    static void add(ReadMail mail, Sender sender, Subject subject, String text, Set<MailReason> to) {
        addReports(mail, to);
        addHeaders(mail, sender, to);
        if (subject.isOfBounce()) {
            to.add(BOUNCE_SUBJECT);
        }
        if (!subject.isReply()) {
            addText(text, to);
        }
    }

    private static void addText(String text, Set<MailReason> to) {
        if (STATUS_FIELDS.stream().allMatch(field -> field.matcher(text).find())) {
            to.add(DELIVERY_STATUS);
        }
        if (CERTAIN.startASentence(text, WITHIN)) {
            to.add(MAIL_SYSTEM_TEXT);
        } else if (POSSIBLE.startASentence(text, WITHIN)) {
            to.add(BOUNCE_TEXT);
        }
    }

    private static void addHeaders(ReadMail mail, Sender sender, Set<MailReason> to) {
        if (mail.has("x-failed-recipients")) {
            to.add(FAILED_RECIPIENTS);
        }
        if (mail.has("x-ms-exchange-message-is-ndr")) {
            to.add(NON_DELIVERY_MARK);
        }
        if (sender.isDaemon()) {
            to.add(MAILER_DAEMON);
        }
        if (sender.isMailSystem() || FML_ID.matcher(mail.first("message-id")).matches()) {
            to.add(MAIL_SYSTEM_SENDER);
        }
        if (mail.all("return-path").anyMatch(path -> NOBODY.matcher(path).matches())) {
            to.add(NULL_RETURN_PATH);
        }
    }

    /** Also by the content class that Exchange gives its own (MS-OXCMAIL). */
    private static void addReports(ReadMail mail, Set<MailReason> to) {
        var content = mail.first("content-class").toLowerCase(Locale.ROOT);
        if (content.startsWith("urn:content-classes:dsn")) {
            to.add(DELIVERY_STATUS);
        } else if (content.startsWith("urn:content-classes:mdn")) {
            to.add(OTHER_REPORT);
        }
        var types = mail.types().toList();
        for (var type : types) {
            if (REPORT.matcher(type).matches()) {
                var kind = REPORT_TYPE.matcher(type);
                var known = kind.find();
                if (known && !kind.group(1).equals("delivery-status")) {
                    to.add(OTHER_REPORT);
                } else if (known
                        || types.stream()
                                .noneMatch(part -> OTHER_PART.matcher(part).matches())) {
                    to.add(DELIVERY_STATUS); // the type is left out by mail systems that are older than RFC 6522
                }
            } else if (STATUS_PART.matcher(type).matches()) {
                to.add(DELIVERY_STATUS);
            } else if (OTHER_PART.matcher(type).matches()) {
                to.add(OTHER_REPORT);
            }
        }
    }
}
