package io.hourglass.mail;

import io.hourglass.mail.parse.MailReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Mails of tests, as they are sent. */
public final class Mails {

    private Mails() {}

    /** From Anna to a shop, with these headers before its own. */
    public static String mail(String headers, String body) {
        var own =
                """
                From: Anna Berg <anna@buyer.example>
                To: sales@shop.example
                Date: Mon, 2 Mar 2026 10:00:00 +0800
                Message-ID: <1.2@buyer.example>
                MIME-Version: 1.0

                """;
        return (headers.isEmpty() ? "" : headers.strip() + "\n") + own + body;
    }

    public static ReadMail read(String mail) {
        return read(mail.getBytes(StandardCharsets.UTF_8));
    }

    public static ReadMail read(byte[] mail) {
        try {
            return MailReader.whole(new ByteArrayInputStream(mail));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Classified classified(String mail) {
        return Classifier.of(read(mail));
    }

    static MailClass classOf(String headers) {
        return classOf(headers, "");
    }

    static MailClass classOf(String headers, String body) {
        return classified(mail(headers, body)).mailClass();
    }
}
