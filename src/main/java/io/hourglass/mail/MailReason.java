package io.hourglass.mail;

/** What was found in a mail that says who wrote it. Each names the standard or the vendors behind it. */
public enum MailReason {
    DELIVERY_STATUS("RFC 3464, RFC 6522", "It is a mail system's report about a delivery."),
    FAILED_RECIPIENTS("Exim, Gmail: X-Failed-Recipients", "It lists recipients that a mail did not reach."),
    NON_DELIVERY_MARK("Exchange: X-MS-Exchange-Message-Is-Ndr", "Exchange marked it as a report of non-delivery."),
    MAILER_DAEMON(
            "sendmail, Postfix, qmail, Exim, Exchange", "The sender is the address under which mail systems report."),
    MAIL_SYSTEM_SENDER("RFC 2142, RFC 5321 section 4.5.1", "The sender calls itself a postmaster or a mail system."),
    NULL_RETURN_PATH("RFC 5321 section 4.5.5, RFC 3834 section 3.3", "It was sent so that nobody can answer it."),
    BOUNCE_SUBJECT("subjects of mail systems: bounce-subjects.txt", "The subject is that of a mail not delivered."),
    MAIL_SYSTEM_TEXT("texts of mail systems: bounce-texts.txt", "The text is that of a mail system."),
    BOUNCE_TEXT("texts of mail systems: bounce-texts.txt", "The text may be that of a mail not delivered."),

    AUTO_REPLIED("RFC 3834 section 5, RFC 5436", "Auto-Submitted says that a program answered."),
    AUTO_GENERATED("RFC 3834 section 5", "Auto-Submitted says that a program made it."),
    OTHER_REPORT("RFC 6522, RFC 8098, RFC 5965", "It is a report of a program, such as a receipt for reading."),
    VENDOR_MARK(
            "QQ, iCloud, Exim, cPanel, CommuniGate, FirstClass, Kerio, OTRS, Discourse's list",
            "A header that only responders write marks it."),
    PRECEDENCE_REPLY(
            "Gmail, Yahoo, OpenDKIM practice: Precedence: auto_reply", "Precedence says that a program answered."),
    AUTOMATIC_SENDER("autorespond, cPanel, ezmlm", "The sender's address is that of a responder."),
    EXCHANGE_OUT_OF_OFFICE(
            "Exchange: X-Auto-Response-Suppress: All with X-MS-Exchange-Inbox-Rules-Loop, as Zammad and Znuny read them",
            "It bears the two marks of an answer by a mailbox's rule."),
    NOTES_OUT_OF_OFFICE("Lotus Notes, HCL Domino", "The subject is that of the out-of-office agent of Notes."),
    AUTOMATIC_SUBJECT("subjects of responders: automatic-subjects.txt", "The subject begins as a responder's does."),
    AUTOMATIC_TEXT("texts of responders: automatic-texts.txt", "The text says that it is an automatic answer."),
    POSSIBLE_SUBJECT(
            "subjects of responders: automatic-subjects.txt", "The subject may be a responder's or a person's."),
    POSSIBLE_TEXT("texts of responders: automatic-texts.txt", "The text may be a responder's or a person's."),
    RESPONSES_SUPPRESSED("MS-OXCMAIL: X-Auto-Response-Suppress", "It asks that no program answers it."),
    INBOX_RULE("Exchange: X-MS-Exchange-Inbox-Rules-Loop", "It passed a mailbox's rule."),
    NO_REPLY_SENDER("practice of notifications", "The sender's address takes no answers."),

    LIST_HEADERS("RFC 2369, RFC 2919, RFC 8058", "It bears the headers of a list."),
    LIST_SOFTWARE("Mailman, SmartList, ezmlm, Sympa, Majordomo", "It bears the marks of a list's software."),
    PRECEDENCE_BULK("sendmail: Precedence", "Precedence says that it goes to many."),

    SAID_NOT_AUTOMATIC("RFC 3834 section 5: Auto-Submitted: no", "It says that a person sent it."),
    REPLY_SUBJECT("RFC 5322 section 3.6.5, mail programs in other languages", "The subject is that of an answer."),
    IN_THREAD("RFC 5322 section 3.6.4", "It names the mail that it answers."),
    NO_SIGN("RFC 3834 section 2", "Nothing says that a program wrote it."),

    TOO_LARGE("limits of reading", "A header, or all of them, are longer than what is read of a mail."),
    UNREADABLE("RFC 5322 section 2.2", "It is no mail, or cannot be read.");

    private final String source;
    private final String sentence;

    MailReason(String source, String sentence) {
        this.source = source;
        this.sentence = sentence;
    }

    /** The standard, or the vendors. */
    public String source() {
        return source;
    }

    /** In English, one sentence. */
    public String sentence() {
        return sentence;
    }
}
