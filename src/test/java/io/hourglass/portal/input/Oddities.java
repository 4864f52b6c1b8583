package io.hourglass.portal.input;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What nobody would send in good faith, by where it is sent. */
final class Oddities {

    /** Of any field. */
    private static final List<String> ANY = List.of("", " ", "5", "a\u0000b");

    private static final List<String> NUMBERS =
            List.of("-1", "0", "1.5", "1e400", "2147483648", "99999999999999999999", "NaN", "null");

    private static final List<String> TIMES = List.of(
            "+999999999-12-31",
            "0000-00-00",
            "2026-02-30",
            "9999-12-31",
            "10000-01-01",
            "-4712-01-01",
            "1969-12-31",
            "1700000000",
            "+999999999-12-31T23:59:59Z",
            "9999-12-31T23:59:59.999999999Z",
            "9999-12-31T23:59:59-18:00",
            "-4712-01-01T00:00:00Z",
            "1970-01-01T00:00:00+18:00",
            "2026-03-02T24:00:00Z",
            "2026-03-02T02:00:60Z");

    private static final List<String> WORDS = List.of(
            "true",
            "[]",
            "\u0001\u001b[31m\u0085",
            "\uD83D\uDE00 \u4EF7\u683C",
            "\u202Eabc\u200B\u2066",
            "\uFEFFx",
            "\uFFFF\uDBFF\uDFFF",
            "' or 1=1; drop table x --\"",
            "%_\\",
            "${7*7}#{T(java.lang.Runtime)}",
            "<script>&amp;\"'",
            "..;/../%2e%2e/",
            "a,b;c\r\nX: y");

    /** What is no UTF-8 in percent-encoding, is too long, or means two things: of one field of each call. */
    private static final List<String> NO_ENCODING =
            List.of("%c0%80", "%ed%a0%80", "%", "%zz", "\uD83D\uDE00", "x".repeat(10_000));

    private static final List<String> NUMBERS_OF_JSON =
            List.of("0", "-1", "2147483648", "99999999999999999999", "1e400", "1e999999999", "1e-999999999");

    private static final String LONG = "x".repeat(200_000);

    private static final int DEEP = 10_000;

    private static final List<String> NO_JSON = List.of(
            "NaN",
            "01",
            "1".repeat(1_001),
            "\"\\",
            "\"" + Wire.NO_BYTE + "\"",
            "\"" + Wire.OVERLONG + "\"",
            "[".repeat(DEEP) + "]".repeat(DEEP));

    private Oddities() {}

    /** By what the field is: its name, or its type, may say that it is a time; a number or a name of ours takes no words. */
    private static Stream<String> texts(Field field) {
        return Stream.of(
                        ANY,
                        field.isTime() ? TIMES : List.<String>of(),
                        field.isText() ? WORDS : List.<String>of(),
                        field.isNumber() ? NUMBERS : NUMBERS.subList(0, 3))
                .flatMap(List::stream);
    }

    /** Values in percent-encoding, of queries and parts of paths. */
    static List<String> encoded(Field field) {
        return Stream.of(
                        texts(field).map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8)
                                .replace("+", "%20")),
                        Stream.of("%ff"),
                        field.first() ? NO_ENCODING.stream() : Stream.<String>empty())
                .flatMap(odd -> odd)
                .toList();
    }

    /** The same of forms, which may be longer. */
    static List<String> inForms(Field field) {
        return Stream.concat(encoded(field).stream(), Stream.of(LONG)).toList();
    }

    /** Raw JSON of values. */
    static List<String> json(Field field) {
        var values = new ArrayList<>(List.of(
                "null",
                "true",
                "5",
                "1.5",
                "[]",
                "[\"x\"]",
                "[5]",
                "[2026,3,2]",
                "{}",
                "{\"a\": 1}",
                "\"a\\ud83d\"",
                "[\"a\\u0000\\ud83d\"]",
                "\"" + LONG + "\""));
        texts(field).forEach(text -> values.add("\"" + escaped(text) + "\""));
        if (!field.isText()) {
            values.addAll(NUMBERS_OF_JSON);
        }
        if (field.first()) {
            values.addAll(NO_JSON);
        }
        return values;
    }

    /** What is no body of this call, whatever is in it. */
    static List<String> bodies(String plain) {
        return List.of(
                "",
                " ",
                "null",
                "[]",
                "5",
                "\"x\"",
                "true",
                "{",
                "{}",
                "[" + plain + "]",
                plain + " x",
                plain + plain,
                plain + "]",
                plain.substring(0, plain.length() - 1),
                plain.replaceFirst("\\{", "{\"surely not\": 1,"),
                plain.replaceFirst("\\{", "{\"\\\\u0000\\\\ud83d\": 1,"),
                plain.replaceFirst("\\{(\"[^\"]+\":)", "{$1null,$1"),
                "\uFEFF" + plain,
                "\uFEFF",
                String.valueOf(Wire.NO_BYTE),
                plain.replaceFirst("\\{", "{\"" + Wire.NO_BYTE + "\": 1,"),
                "[".repeat(DEEP),
                "{\"a\":".repeat(DEEP),
                "a=b&c=%zz",
                "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--",
                "<a/>",
                "{\"" + LONG + "\": 1}");
    }

    /** Of a call with a body. */
    static List<String> types() {
        return List.of(
                "",
                "*/*",
                "x",
                "text/plain",
                "application/json;charset=utf-16",
                "application/json;charset=nonsense",
                "application/x-www-form-urlencoded;charset=nonsense",
                "application/x-www-form-urlencoded;charset=utf-16",
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "text/html, application/json");
    }

    /** Headers that decide nothing, in some requests. */
    static List<List<String>> headers() {
        return List.of(
                List.of(
                        "Accept: x",
                        "Accept-Language: ;;;;",
                        "Range: bytes=5-0",
                        "If-None-Match: \"\",*,W/\",ü",
                        "X-Forwarded-For: ü, 999.999.999.999, [::1",
                        "X-Forwarded-Host: <b>/..;\\",
                        "Forwarded: for=;host=\";proto=x"),
                List.of(
                        "Accept: image/png",
                        "Accept-Language: zh-中文, ü;q=x, *;q=9",
                        "Range: bytes=0-0,-1,99999999999999999999-",
                        "If-Match: ü",
                        "X-Forwarded-Port: 99999999999",
                        "X-Forwarded-Proto: javascript:",
                        "Referer: http://["),
                List.of(
                        "Accept: */x;q=y",
                        "Accept-Language: " + "a-".repeat(500),
                        "If-Modified-Since: 99999999999999999999",
                        "X-Forwarded-Prefix: /../..//x",
                        "X-HTTP-Method-Override: DELETE",
                        "Origin: ü"),
                List.of(
                        "Accept: ",
                        "Accept-Language: x-y-z-%00, zh_CN, *-*",
                        "Range: ü",
                        "Cookie: $Version=x; \u0080=\u0080"),
                List.of("Transfer-Encoding: x"));
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.chars().forEach(letter -> escaped.append("\\u%04x".formatted(letter)));
        return text.length() > 100 ? text : escaped.toString();
    }
}
