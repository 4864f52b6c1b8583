package io.hourglass.imports.lines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Files of facts, each changed in a few places at random. */
public final class MutatedFiles {

    private static final List<String> SEEDS = List.of(
            """
            event,inquiry,buyer,supplier,at,author,category
            RECEIVED,i1,b1,s1,2026-03-02T04:00:00Z,,Pumps
            REPLIED,i1,,,2026-03-02T04:01:00Z,HUMAN,
            REJECTED,i2,b2,s1,2026-03-02T04:01:00Z,,
            RECEIVED,i2,b2,s1,2026-03-02T04:00:00Z,,
            """,
            """
            \uFEFFid,event,inquiry,at,about,author,channel,subject,text
            r1,REPLIED,i3,2026-03-02T04:01:00Z,,AI_ASSISTED,Mobile App,Re,"Yes,
            we ""have"" it"
            c1,RECLASSIFIED,i3,2026-03-02T04:02:00Z,r1,HUMAN,,,
            c2,RETRACTED,i3,2026-03-02T04:02:00Z,r1,,,,"水泵 😀"
            """,
            """
            message,from,buyer,account,at,author,shop,text
            m1,BUYER,b1,anna,2026-03-02T04:00:00Z,,s1,在吗
            m2,ACCOUNT,b1,anna,2026-03-02T04:00:05Z,HUMAN,,"Yes"
            """,
            """
            {"event":"RECEIVED","inquiry":"i4","buyer":"b1","supplier":"s1","at":"2026-03-02T04:00:00Z","text":"How \\ud83d\\ude00?"}
            {"event":"REPLIED","inquiry":"i5","at":"2026-03-02T04:01:00Z","author":"HUMAN","text":"Yes","messageId":null}
            {"message":"m3","from":"BUYER","buyer":"b2","account":"anna","shop":"s1","at":"2026-03-02T04:00:00+08:00"}
            #! line 4: at is yesterday
            {"event":"SPAM_REPORTED","inquiry":"i4","at":"2026-03-02T04:01:00Z"}
            """);

    private static final List<String> PIECES = List.of(
            "\n",
            "\r",
            "\r\n",
            "\n\n\n",
            ",",
            "\"",
            "\"\"",
            "\",\"",
            ",".repeat(300),
            "{",
            "}",
            "{\"a\":".repeat(40),
            "[".repeat(900),
            "1e999999999",
            "9".repeat(1_200),
            "null",
            "true",
            "\\ud800",
            "\\u0000",
            "\\",
            "\0",
            "\u202e",
            "\uFEFF",
            "#! line 1: ",
            "\n#! line 99999999999999999999: \"",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59.999999999-18:00",
            "-4800-01-01T00:00:00Z",
            "0000-01-01T00:00:00Z",
            "1500-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "2026-03-02T04:00:00.0000000009Z",
            "RECEIVED",
            "RETRACTED",
            "i1",
            "r1",
            ":own:i1",
            "..",
            " ",
            "a".repeat(70),
            "水".repeat(700));

    private static final byte[] BOMB = "a".repeat(2_000_000).getBytes(StandardCharsets.UTF_8);

    private final Random random;

    public MutatedFiles(Random random) {
        this.random = random;
    }

    /** Of one kind or another, plain or packed. */
    public byte[] next() {
        var file = text();
        return switch (random.nextInt(12)) {
            case 0 -> packed(file);
            case 1 -> cut(packed(file));
            case 2 -> joined(packed(file), packed(text()));
            case 3 -> joined(packed(file), text());
            case 4 -> changed(packed(file));
            case 5 -> random.nextInt(100) > 0 ? file : packed(joined(file, BOMB));
            default -> file;
        };
    }

    /** Not packed. */
    public byte[] text() {
        var file = SEEDS.get(random.nextInt(SEEDS.size())).getBytes(StandardCharsets.UTF_8);
        for (var change = random.nextInt(5); change >= 0; change--) {
            file = changed(file);
        }
        return file;
    }

    public static byte[] packed(byte[] file) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    public static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private byte[] cut(byte[] file) {
        return Arrays.copyOf(file, random.nextInt(file.length + 1));
    }

    private byte[] changed(byte[] file) {
        var from = random.nextInt(file.length + 1);
        var to = Math.min(file.length, from + random.nextInt(40));
        var changed = new ByteArrayOutputStream();
        changed.write(file, 0, from);
        switch (random.nextInt(6)) {
            case 0, 1 -> {
                changed.writeBytes(PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
                to = random.nextBoolean() ? from : to;
            }
            case 2 -> changed.write(random.nextInt(256));
            case 3 -> changed.write(file, from, to - from);
            case 4 -> to = from;
            default -> {
                // what lies between is left out
            }
        }
        changed.write(file, to, file.length - to);
        return changed.toByteArray();
    }
}
