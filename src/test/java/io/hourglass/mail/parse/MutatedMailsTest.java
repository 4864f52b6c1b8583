package io.hourglass.mail.parse;

import static io.hourglass.mail.Mails.mail;
import static io.hourglass.mail.Mails.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.mail.Classifier;
import io.hourglass.mail.MailClass;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Mails with pieces changed, cut, doubled and exchanged at random")
class MutatedMailsTest {

    private static final int MAILS = 20_000;

    private static final List<String> SEEDS = List.of(
            mail("Subject: =?gb2312?B?19S2r7vYuLQ6IHB1bXBz?=\nX-QQ-HolidayReply: true", "您好，这是一封自动回复邮件。"),
            mail(
                    "Subject: Undelivered Mail\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b\"",
                    """
                    --b

                    This is the mail system at host mx.
                    --b
                    Content-Type: message/delivery-status

                    Final-Recipient: rfc822; ben@gone.example
                    Action: failed
                    --b
                    Content-Type: message/rfc822

                    Subject: pumps

                    Hello
                    --b--
                    """),
            mail(
                    "Subject: Re: pumps\nIn-Reply-To: <1@shop.example>\nContent-Type: multipart/alternative; boundary=c",
                    """
                    --c
                    Content-Type: text/plain; charset=utf-8
                    Content-Transfer-Encoding: quoted-printable

                    =E6=B0=B4=
                    =E6=B3=B5
                    --c
                    Content-Type: text/html
                    Content-Transfer-Encoding: base64

                    PHA+SGVsbG88L3A+PGJsb2NrcXVvdGU+eDwvYmxvY2txdW90ZT4=
                    --c--
                    """),
            mail(
                    "Return-Path: <>\nList-Id: <n.shop.example>\nSubject: [news] =?utf-8?Q?R=C3=A9ponse?=\n =?x?B?!?=",
                    "> a"));

    private static final List<String> PIECES = List.of(
            "\n",
            "\r\n",
            "\r",
            "\n\n",
            "\n ",
            ":",
            "=?",
            "?=",
            "=?utf-8?B?",
            "--b",
            "--c\n",
            "<",
            ">",
            "<!--",
            "\"",
            "(",
            ";",
            "Content-Type: multipart/mixed; boundary=b\n\n--b\n",
            "charset=\"x\"",
            "\u0000",
            "\u001b[31m",
            "\u202e",
            "=",
            "&#1;",
            "&#x110000;",
            "Date: Fri, 31 Dec 9999 23:59:59 -0100\n",
            "Message-ID: <a\u0000@b>\n",
            "Auto-Submitted: ",
            "a".repeat(900));

    private final Random random = new Random(20);

    private byte[] mutated() {
        var mail = SEEDS.get(random.nextInt(SEEDS.size())).getBytes(StandardCharsets.UTF_8);
        for (var change = random.nextInt(6); change >= 0; change--) {
            mail = changed(mail);
        }
        return mail;
    }

    private byte[] changed(byte[] mail) {
        var from = random.nextInt(mail.length + 1);
        var to = Math.min(mail.length, from + random.nextInt(60));
        var changed = new ByteArrayOutputStream();
        changed.write(mail, 0, from);
        switch (random.nextInt(6)) {
            case 0 ->
                changed.writeBytes(PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
            case 1 -> changed.write(random.nextInt(256));
            case 2 -> changed.write(mail, from, to - from);
            case 3 -> to = from;
            case 4 -> {
                return changed.toByteArray();
            }
            default -> {
                // what lies between is left out
            }
        }
        changed.write(mail, to, mail.length - to);
        return changed.toByteArray();
    }

    @Test
    @DisplayName("each have a class with its reasons, and no more was read of them than may be")
    void each() {
        Map<MailClass, Integer> classes = new EnumMap<>(MailClass.class);
        for (var number = 0; number < MAILS; number++) {
            var mail = read(mutated());
            var classified = Classifier.of(mail);
            assertThat(classified.reasons()).isNotEmpty();
            assertThat(mail.text().length()).isLessThan(WrittenText.MOST + WrittenText.MOST_BYTES);
            assertThat(mail.headers().size()).isLessThanOrEqualTo(MailWalk.MOST_HEADERS);
            classes.merge(classified.mailClass(), 1, Integer::sum);
        }
        assertThat(classes).containsOnlyKeys(MailClass.values());
    }
}
