package io.hourglass.relay;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Mails as the marketplace's mail server hands them over. */
public final class SentMails {

    private SentMails() {}

    /** A person's reply. */
    public static byte[] reply(Instant received, String id, String text) {
        return of(received, "Message-ID: <" + id + "@shop.example>", text);
    }

    /** @param headers beside those that each has */
    public static byte[] of(Instant received, String headers, String text) {
        var date = date(received);
        return ("Received: from mail.shop.example by mx.market.example (Postfix) with ESMTPS id 4F; " + date
                        + "\nReceived: from desk by mail.shop.example; " + date
                        + "\nFrom: Sam Shore <sam@shop.example>\nTo: inquiry@relay.example\nSubject: Re: Pumps\nDate: "
                        + date
                        + "\nMIME-Version: 1.0\n" + headers + "\n\n" + text)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    public static String date(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
