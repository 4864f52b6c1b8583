package io.hourglass.mail.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.mail.Mails;
import io.hourglass.mail.parse.Attached.Part;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is attached to a mail")
class AttachmentReaderTest {

    private static final String MIXED = """
            Content-Type: multipart/mixed; boundary="b"
            """;

    private static Attached read(String headers, String body) {
        return AttachmentReader.read(
                Mails.mail(headers, body).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String part(String headers, String body) {
        return "--b\n" + headers + "\n\n" + body + "\n";
    }

    private static String text(Part part) {
        return new String(part.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("is nothing in a mail of text, or of text and the same in HTML")
    void nothing() {
        assertThat(read("", "Hello").isEmpty()).isTrue();
        assertThat(read(
                                "Content-Type: multipart/alternative; boundary=\"b\"",
                                part("Content-Type: text/plain", "Hello")
                                        + part("Content-Type: text/html", "<p>Hello")
                                        + "--b--")
                        .isEmpty())
                .isTrue();
    }

    @Test
    @DisplayName("is given as it was sent, with its name and type")
    void given() {
        var attached = read(
                MIXED,
                part("Content-Type: text/plain", "See the offer.")
                        + part(
                                "Content-Type: application/pdf; name=\"other.pdf\"\nContent-Transfer-Encoding: base64\n"
                                        + "Content-Disposition: attachment; filename*=UTF-8''%E6%8A%A5%E4%BB%B7.pdf",
                                "JVBERi0x")
                        + part("Content-Type: text/plain\nContent-Disposition: attachment; filename=a.txt", "Prices")
                        + part("Content-Type: image/png; name=\"=?UTF-8?B?5Zu+LnBuZw==?=\"", "PNG")
                        + "--b--");
        assertThat(attached.leftOut()).isEmpty();
        assertThat(attached.parts()).extracting(Part::name).containsExactly("报价.pdf", "a.txt", "图.png");
        assertThat(attached.parts())
                .extracting(Part::type)
                .containsExactly("application/pdf", "text/plain", "image/png");
        assertThat(attached.parts()).extracting(AttachmentReaderTest::text).containsExactly("%PDF-1", "Prices", "PNG");
    }

    @Test
    @DisplayName("is the mail itself where that is no text")
    void alone() {
        var attached = read("Content-Type: application/pdf; name=../../offer.pdf", "PDF");
        assertThat(attached.parts()).extracting(Part::name).containsExactly("offer.pdf");
    }

    @Test
    @DisplayName("is left out and named where it is a mail, and has a number where it has no name")
    void leftOut() {
        var attached = read(
                MIXED,
                part("Content-Type: message/rfc822", "Subject: secret\n\nsecret")
                        + part("Content-Type: application/x-?; name=\"", "x")
                        + "--b--");
        assertThat(attached.leftOut()).containsExactly("attachment-1");
        assertThat(attached.parts()).extracting(Part::name).containsExactly("attachment-2");
        assertThat(attached.parts()).extracting(Part::type).containsExactly("application/octet-stream");
    }

    @Test
    @DisplayName("is at most fifty parts; further ones are named")
    void many() {
        var parts = new StringBuilder();
        for (var at = 1; at <= 53; at++) {
            parts.append(part("Content-Type: image/png; name=" + at + ".png", "x"));
        }
        var attached = read(MIXED, parts + "--b--");
        assertThat(attached.parts()).hasSize(50);
        assertThat(attached.leftOut()).containsExactly("51.png", "52.png", "53.png");
    }

    @Test
    @DisplayName("is read of mails changed at random without failing")
    void changed() {
        var random = new Random(78);
        var whole = Mails.mail(
                        MIXED,
                        part("Content-Type: text/plain", "See.")
                                + part(
                                        "Content-Type: application/pdf\nContent-Disposition: attachment; filename=\"a\"",
                                        "JVBERi0x")
                                + "--b--")
                .getBytes(StandardCharsets.UTF_8);
        for (var number = 0; number < 3_000; number++) {
            var bytes = whole.clone();
            for (var change = random.nextInt(6); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(AttachmentReader.read(bytes).parts()).hasSizeLessThanOrEqualTo(50);
        }
    }
}
