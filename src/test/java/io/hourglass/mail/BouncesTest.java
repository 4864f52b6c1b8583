package io.hourglass.mail;

import static io.hourglass.mail.MailClass.AUTOMATIC;
import static io.hourglass.mail.MailClass.BOUNCE;
import static io.hourglass.mail.MailClass.PERSON;
import static io.hourglass.mail.MailClass.UNSURE;
import static io.hourglass.mail.Mails.classOf;
import static io.hourglass.mail.Mails.classified;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A bounce")
class BouncesTest {

    private static MailClass from(String from, String headers, String body) {
        return classified("From: " + from + "\n" + headers + "\n\n" + body).mailClass();
    }

    @ParameterizedTest
    @DisplayName("is a report about a delivery (RFC 3464), whatever else it says of itself")
    @ValueSource(
            strings = {
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
                "Content-Type: Multipart/Report;\n\tboundary=\"b\";\n\treport-type=\"delivery-status\"",
                "Content-Type: multipart/report; boundary=b",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b\nAuto-Submitted: auto-replied",
                "X-Failed-Recipients: ben@gone.example",
                "X-MS-Exchange-Message-Is-Ndr:",
                "Content-Class: urn:content-classes:dsn"
            })
    void reports(String headers) {
        assertThat(classOf("Subject: pumps\n" + headers)).isEqualTo(BOUNCE);
    }

    @Test
    @DisplayName("may have its report wrapped by a list, or in its text; a mail that is attached is not its own")
    void parts() {
        var wrapped =
                """
                --out
                Content-Type: multipart/report; report-type=delivery-status; boundary=in

                --in
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example
                --in--
                --out--
                """;
        assertThat(classOf("Content-Type: multipart/mixed; boundary=out", wrapped))
                .isEqualTo(BOUNCE);
        var attached =
                """
                --out
                Content-Type: message/rfc822

                Content-Type: multipart/report; boundary=x
                X-Failed-Recipients: ben@gone.example

                --x
                Content-Type: message/delivery-status

                --x--
                --out--
                """;
        assertThat(classOf("Subject: Fwd: pumps\nContent-Type: multipart/mixed; boundary=out", attached))
                .isEqualTo(PERSON);
        var inText = "Technical report:\n\nFinal-Recipient: rfc822; ben@gone.example\nAction: failed\n";
        assertThat(classOf("Subject: pumps", inText)).isEqualTo(BOUNCE);
        assertThat(classOf("Subject: Fwd: pumps", inText)).isEqualTo(PERSON);
    }

    @ParameterizedTest
    @DisplayName("comes from a mail system's own address")
    @ValueSource(
            strings = {
                "MAILER-DAEMON@mx.example (Mail Delivery System)",
                "Mail Delivery Subsystem <Mailer-Daemon@mx.example>",
                "MAILER-DAEMON <>",
                "mailer-daemon",
                "mailer_daemon@mx.example",
                "Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@mx.example>"
            })
    void daemons(String from) {
        assertThat(from(from, "Subject: hello", "")).isEqualTo(BOUNCE);
    }

    @ParameterizedTest
    @DisplayName("of a postmaster says so in its subject, in whatever language; below Re: a person answers it")
    @ValueSource(
            strings = {
                "Undeliverable: pumps",
                "Undelivered Mail Returned to Sender",
                "Returned mail: see transcript for details",
                "failure notice",
                "DELIVERY FAILURE: User not listed",
                "[Postmaster] Email Delivery Failure",
                "Warning: could not send message for past 4 hours",
                "NOTICE: mail delivery status.",
                "[BOUNCE] pumps",
                "Unzustellbar: pumps",
                "Non remis : pumps",
                "No se puede entregar: pumps",
                "Non recapitabile: pumps",
                "Não é possível entregar: pumps",
                "Onbestelbaar: pumps",
                "Niedostarczalne: pumps",
                "Недоставлено: pumps",
                "Teslim edilemedi: pumps",
                "配信不能: pumps",
                "배달되지 않음: pumps",
                "未传递: pumps",
                "系统退信/Systems bounce",
                "退信通知",
                "無法傳遞: pumps"
            })
    void postmasters(String subject) {
        assertThat(from("PostMaster@qq.com", "Subject: " + subject, "")).isEqualTo(BOUNCE);
        assertThat(classOf("Return-Path: <>\nSubject: " + subject)).isEqualTo(BOUNCE);
        assertThat(from("Postmaster <postmaster@qq.com>", "Subject: Re: " + subject, ""))
                .isEqualTo(UNSURE);
        assertThat(classOf("Subject: " + subject)).isEqualTo(PERSON);
        assertThat(classOf("Subject: Re: " + subject)).isEqualTo(PERSON);
    }

    @ParameterizedTest
    @DisplayName("that nobody can answer says so in its text")
    @ValueSource(
            strings = {
                "This is the mail system at host mx.example.",
                "Hi. This is the qmail-send program at mx.example.",
                "This message was created automatically by mail delivery software.",
                "   ----- The following addresses had permanent fatal errors -----",
                "Delivery to the following recipient failed permanently:",
                "Your message\n\n  To: ben@gone.example\n\ndid not reach the following recipient(s):",
                "很抱歉，您的邮件被退回来了……"
            })
    void texts(String text) {
        assertThat(classOf("Return-Path: <>\nSubject: pumps", text)).isEqualTo(BOUNCE);
        assertThat(from("System Administrator <postmaster@mx.example>", "Subject: pumps", text))
                .isEqualTo(BOUNCE);
        assertThat(classOf("Subject: pumps", text)).isIn(PERSON, UNSURE);
        assertThat(classOf("Return-Path: <>\nSubject: Fwd: pumps", text)).isEqualTo(UNSURE);
    }

    @Test
    @DisplayName(
            "of whatever sender has a mail system's text below its subject; words that people write as well leave it open")
    void subjectAndText() {
        var notes = "------- Failure Reasons  --------\n\nUser not listed\nben@gone.example";
        assertThat(classOf("Subject: Undeliverable message", notes)).isEqualTo(BOUNCE);
        assertThat(classOf("Subject: pumps", notes)).isEqualTo(UNSURE);
        assertThat(classOf("Subject: pumps\nAuto-Submitted: auto-replied", notes))
                .isEqualTo(BOUNCE);
        assertThat(classOf("Subject: Re: pumps", notes)).isEqualTo(PERSON);
        assertThat(classOf("Subject: Delivery delayed", "We were unable to deliver the pumps on Monday."))
                .isEqualTo(UNSURE);
    }

    @Test
    @DisplayName("from an address that takes no answers has a mail system's text: shops write of deliveries too")
    void noReply() {
        var text =
                "Your mail sent on: Mon, 2 Mar 2026 10:00:00 +0900\n    Could not be delivered to: <ben@gone.example>";
        assertThat(from("no-reply@mx.example", "Subject: Mail System Error - Returned Mail", text))
                .isEqualTo(BOUNCE);
        assertThat(from("no-reply@shop.example", "Subject: Delivery status of order 5", "Your pumps are on their way."))
                .isEqualTo(UNSURE);
    }

    @Test
    @DisplayName("is no answer of a responder that nobody can answer")
    void responders() {
        assertThat(classOf("Return-Path: <>\nSubject: Automatic reply: Undeliverable: pumps"))
                .isEqualTo(AUTOMATIC);
        assertThat(classOf("Return-Path: <>\nSubject: Undeliverable: pumps\nX-Autoreply: yes"))
                .isEqualTo(AUTOMATIC);
    }

    @Test
    @DisplayName("of a postmaster without words is in doubt, unless nobody can answer it")
    void wordless() {
        assertThat(from("postmaster@mx.example", "Subject: pumps", "")).isEqualTo(UNSURE);
        assertThat(from("postmaster@mx.example", "Return-Path: <>\nSubject: pumps", ""))
                .isEqualTo(BOUNCE);
        assertThat(from("postmaster@mx.example", "Return-Path: <MAILER-DAEMON@mx.example>\nSubject: pumps", ""))
                .isEqualTo(BOUNCE);
    }
}
