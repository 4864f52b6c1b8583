package io.hourglass.relay;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Mails in which pieces are changed, cut and doubled at random. */
public final class ChangedMails {

    private static final List<String> PIECES = List.of(
            "\0",
            "\r\n\r\n",
            "\r\n ",
            ":",
            "<",
            ">",
            ",",
            "@",
            "=?utf-8?B?/////w==?=",
            "=?utf-8?Q?=00=ED=A0=80?=",
            "\u202e",
            "\uFEFF",
            "x".repeat(9_000),
            "Cc: a@b,".repeat(40),
            "Received: by mx.market.example; ",
            "Mon, 31 Feb 2026 25:00:00 +9999",
            "Message-ID: <>",
            "Content-Type: multipart/mixed; boundary=b\r\n",
            "--b\r\n",
            "Content-Transfer-Encoding: base64\r\n",
            "Content-Disposition: attachment; filename*=utf-8''%00%zz\r\n",
            "Auto-Submitted: auto-replied\r\n",
            "Return-Path: <>\r\n");

    private final Random random;

    public ChangedMails(Random random) {
        this.random = random;
    }

    public byte[] of(byte[] mail) {
        var from = random.nextInt(mail.length + 1);
        var to = Math.min(mail.length, from + random.nextInt(30));
        var changed = new ByteArrayOutputStream();
        changed.write(mail, 0, from);
        switch (random.nextInt(4)) {
            case 0, 1 ->
                changed.writeBytes(PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
            case 2 -> changed.write(random.nextInt(256));
            default -> changed.write(mail, from, to - from);
        }
        to = random.nextBoolean() ? from : to;
        changed.write(mail, to, mail.length - to);
        return changed.toByteArray();
    }
}
