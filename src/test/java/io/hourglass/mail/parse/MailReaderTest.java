package io.hourglass.mail.parse;

import static io.hourglass.mail.Mails.mail;
import static io.hourglass.mail.Mails.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.hourglass.mail.MailReason;
import io.hourglass.mail.Mails;
import io.hourglass.mail.ReadMail;
import io.hourglass.mail.ReadMail.Header;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A mail is read")
class MailReaderTest {

    private static ReadMail headersOf(String mail) throws IOException {
        return MailReader.headers(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    @DisplayName("header by header: in order, names in lower case, folds taken out, encoded words as text")
    void headers() throws IOException {
        var mail = headersOf(
                "Subject: =?utf-8?B?5rC0?=\r\n =?utf-8?B?5rO1?= for\r\n\tAnna\r\nX-Two: 1\r\nX-TWO: 2\r\n\r\nbody");
        assertThat(mail.headers())
                .containsExactly(
                        new Header("subject", "水泵 for\tAnna"), new Header("x-two", "1"), new Header("x-two", "2"));
        assertThat(mail.body()).isNull();
        assertThat(mail.text()).isEmpty();
        assertThat(headersOf("Subject: no blank line behind it").first("subject"))
                .isEqualTo("no blank line behind it");
        assertThat(headersOf("From anna Mon Mar  2 10:00:00 2026\nno header\nSubject: pumps\n\n")
                        .headers())
                .containsExactly(new Header("subject", "pumps"));
    }

    @ParameterizedTest
    @DisplayName("in whatever charset its words are, the smaller ones as the wider ones that mail programs write")
    @CsvSource({
        "=?gb2312?B?19S2r7vYuLQ=?=, 自动回复",
        "=?GBK?Q?=D7=D4=B6=AF=BB=D8=B8=B4?=, 自动回复",
        "=?big5?B?ptuwyqZewtA=?=, 自動回覆",
        "=?iso-2022-jp?B?GyRCPCtGMBsoQg==?=, 自動",
        "=?koi8-r?B?0NXNz9k=?=, пумоы",
        "=?no-such-charset?Q?pumps?=, pumps",
        "=?utf-8?B?%%%?=, ''",
        "=?utf-8?X?pumps?=, =?utf-8?X?pumps?="
    })
    void charsets(String word, String text) throws IOException {
        assertThat(headersOf("Subject: " + word + "\n\n").first("subject")).isEqualTo(text);
    }

    @Test
    @DisplayName("also if its headers are of bare bytes: UTF-8, else the charset of the body")
    void bareBytes() {
        assertThat(read("Subject: 自动回复\n\n").first("subject")).isEqualTo("自动回复");
        var gbk = "Subject: 自动回复\nContent-Type: text/plain; charset=gb2312\n\n自动".getBytes(Charset.forName("GBK"));
        assertThat(read(gbk).first("subject")).isEqualTo("自动回复");
        assertThat(read(gbk).text()).isEqualTo("自动");
        var unnamed = "Subject: 自动回复 pumps\n\n价格".getBytes(Charset.forName("GBK"));
        assertThat(read(unnamed).first("subject")).isEqualTo("自动回复 pumps");
        assertThat(read(unnamed).text()).isEqualTo("价格");
        var western = "Subject: R\u00e9ponse\n\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(western).first("subject")).isEqualTo("R\u00e9ponse");
    }

    @Test
    @DisplayName("for what its writer wrote: plain text before HTML, nothing quoted, attached or of a mail within")
    void text() {
        var parts =
                """
                --b
                Content-Type: text/html

                <html><head><title>x</title><style>p {}</style></head><body><p>Hello</p>
                <!-- no --><p>5&nbsp;&lt; 6</p><blockquote>quoted</blockquote></body></html>
                --b
                Content-Type: text/plain
                Content-Disposition: attachment; filename=a.txt

                attached
                --b
                Content-Type: message/rfc822

                Subject: within

                within
                --b--
                """;
        assertThat(read(mail("Content-Type: multipart/mixed; boundary=b", parts))
                        .text()
                        .lines())
                .filteredOn(line -> !line.isEmpty())
                .containsExactly("Hello", "5 < 6");
        var both =
                """
                --b
                Content-Type: text/plain
                Content-Transfer-Encoding: base64

                5rC05rO1
                --b
                Content-Type: text/html

                <p>pumps
                --b--
                """;
        assertThat(read(mail("Content-Type: multipart/alternative; boundary=b", both))
                        .text())
                .isEqualTo("水泵");
        assertThat(read(mail("", "mine\n> yours\nmine\n----- Original message -----\nyours"))
                        .text())
                .isEqualTo("mine\nmine");
    }

    @Test
    @DisplayName("as far as its parts make sense: without an end, a boundary, or a known encoding")
    void malformed() {
        assertThat(read(mail("Content-Type: multipart/mixed; boundary=b", "--b\n\ntext without an end"))
                        .text())
                .isEqualTo("text without an end");
        assertThat(read(mail("Content-Type: multipart/mixed", "just text")).text())
                .isEqualTo("just text");
        assertThat(read(mail("Content-Type: text/plain; charset=none-such\nContent-Transfer-Encoding: x-y", "text"))
                        .text())
                .isEqualTo("text");
        assertThat(read(mail("Content-Type: ;;;=\nContent-Transfer-Encoding: base64", "%%%"))
                        .refusal())
                .isNull();
    }

    @ParameterizedTest
    @DisplayName("up to its limits: a header of more than 64 kB, more than 256 kB or 500 of them are refused")
    @CsvSource({"1,60000,", "1,66000,TOO_LARGE", "4,60000,", "5,60000,TOO_LARGE", "490,100,", "510,100,TOO_LARGE"})
    void largeHeaders(int headers, int length, MailReason refusal) throws IOException {
        var mail = ("X-Long: " + "a".repeat(length) + "\n").repeat(headers) + "Subject: pumps\n\n";
        assertThat(headersOf(mail).refusal()).isEqualTo(refusal);
        assertThat(headersOf(mail).headers())
                .allSatisfy(header -> assertThat(header.value()).hasSizeLessThanOrEqualTo(HeaderText.MOST));
    }

    @ParameterizedTest
    @DisplayName("in little time, and refused or cut, however large or deep it was made")
    @ValueSource(
            strings = {"header", "headers", "folds", "words", "parts", "levels", "lines", "tags", "quotes", "line"})
    void hostile(String kind) {
        var huge =
                switch (kind) {
                    case "header" -> mail("Subject: " + "a".repeat(8 << 20), "");
                    case "headers" -> mail("X: y\n".repeat(1 << 20), "");
                    case "folds" -> mail("Subject: a" + "\n ".repeat(2 << 20), "");
                    case "words" -> mail("Subject: " + "=?utf-8?Q?=".repeat(5_000), "");
                    case "parts" -> mail("Content-Type: multipart/mixed; boundary=b", "--b\n\n".repeat(1 << 20));
                    case "levels" -> mail("Content-Type: multipart/mixed; boundary=b", levels());
                    case "lines" -> mail("", "> a\n".repeat(2 << 20));
                    case "tags" -> mail("Content-Type: text/html", "<".repeat(4 << 20));
                    case "quotes" -> mail("Content-Type: text/html", "<style><!--<script".repeat(1 << 18));
                    default -> mail("", "a".repeat(8 << 20));
                };
        assertTimeout(Duration.ofSeconds(2), () -> {
            var mail = read(huge);
            assertThat(mail.text()).hasSizeLessThan(WrittenText.MOST + WrittenText.MOST_BYTES);
            assertThat(mail.headers()).hasSizeLessThanOrEqualTo(MailWalk.MOST_HEADERS + 1);
        });
    }

    private static String levels() {
        var levels = new StringBuilder("--b\n");
        for (var level = 0; level < 20_000; level++) {
            levels.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(level, level));
        }
        return levels.toString();
    }

    @ParameterizedTest
    @DisplayName("or refused, if it is none")
    @ValueSource(strings = {"", "\n", "no header\n\nbody", "\n\nSubject: below\n\n", "\u0000\u0000\u0000"})
    void none(String mail) {
        assertThat(read(mail).refusal()).isEqualTo(MailReason.UNREADABLE);
    }

    @ParameterizedTest
    @DisplayName("with its date if that is one of RFC 5322, in the years 1970 to 9999")
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 2 Mar 2026 10:00:00 +0800 (CST)|2026-03-02T02:00:00Z",
                "2 Mar 2026 10:00:00 GMT|2026-03-02T10:00:00Z",
                "Thu, 1 Jan 1970 00:00:00 +0000|1970-01-01T00:00:00Z",
                "Thu, 1 Jan 1970 00:00:00 +0100|",
                "Fri, 31 Dec 9999 23:59:59 +0000|9999-12-31T23:59:59Z",
                "Fri, 31 Dec 9999 23:59:59 -0100|",
                "Fri, 31 Dec 99999 23:59:59 +0000|",
                "tomorrow|",
                "''|"
            })
    void dates(String date, Instant instant) throws IOException {
        assertThat(headersOf("Date: " + date + "\n\n").date()).isEqualTo(instant);
    }

    @Test
    @DisplayName("with the ids that are well-formed; what else stands between brackets is skipped")
    void ids() throws IOException {
        var references =
                "<1@a.example> <a'; drop table fact;--@x> <2@b.example>\n <<3@c.example>> <@d> <4@> <5\u0001@e>"
                        + " <\u6c34@f.example> <" + "6".repeat(300) + "@g.example> <1@a.example>";
        assertThat(headersOf("References: " + references + "\n\n").ids("references"))
                .containsExactly("1@a.example", "2@b.example", "3@c.example", "1@a.example");
        assertThat(headersOf("References: " + "<1@a.example> ".repeat(500) + "\n\n")
                        .ids("references"))
                .hasSize(100);
    }

    @Test
    @DisplayName("says whether its writer's text goes on behind what is read")
    void shortened() {
        assertThat(shortened("word ".repeat(1_900))).isFalse();
        assertThat(shortened("word\n".repeat(500))).isFalse();
        assertThat(shortened("word\n".repeat(501))).isTrue();
        assertThat(shortened("word ".repeat(2_100) + "\nmore")).isTrue();
        assertThat(shortened("x\n\nOn Monday the 2nd of March Bea wrote:\n" + "> quoted\n".repeat(600)))
                .isFalse();
        assertThat(shortened("x".repeat(70_000))).isTrue();
    }

    private static boolean shortened(String body) {
        return Objects.requireNonNull(Mails.read(Mails.mail("", body)).body()).shortened();
    }
}
