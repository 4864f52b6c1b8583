package io.hourglass.access.web;

import io.hourglass.kernel.BadInput;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names and values in percent-encoding, as queries and forms have them; what they encode is UTF-8. */
final class UrlEncoded {

    private static final String RULE = "UTF-8 in percent-encoding";
    private static final int HEX = 16;
    private static final int CODE = 3;

    private UrlEncoded() {}

    /**
     * @param field what is read
     * @param text its bytes as characters of ISO 8859-1
     * @return by name, each with its values in their order
     * @throws BadInput if it is not written so; it names the parameter
     */
    static Map<String, String[]> read(String field, String text) {
        var found = new LinkedHashMap<String, List<String>>();
        for (var pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                var end = pair.indexOf('=');
                var name = decoded(field, end < 0 ? pair : pair.substring(0, end));
                var value = end < 0 ? "" : decoded(name, pair.substring(end + 1));
                found.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
            }
        }
        var read = new LinkedHashMap<String, String[]>();
        found.forEach((name, values) -> read.put(name, values.toArray(String[]::new)));
        return read;
    }

    private static String decoded(String field, String text) {
        try {
            var bytes = ByteBuffer.wrap(bytes(text));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException | NumberFormatException e) {
            throw new BadInput(field, text, RULE);
        }
    }

    /** @throws NumberFormatException if a percent sign begins no code */
    private static byte[] bytes(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (var at = 0; at < text.length(); at++) {
            var character = text.charAt(at);
            if (character == '%') {
                bytes.write(code(text, at));
                at += CODE - 1;
            } else {
                bytes.write(character == '+' ? ' ' : character);
            }
        }
        return bytes.toByteArray();
    }

    private static int code(String text, int at) {
        var high = at + CODE > text.length() ? -1 : Character.digit(text.charAt(at + 1), HEX);
        var low = high < 0 ? -1 : Character.digit(text.charAt(at + 2), HEX);
        if (low < 0) {
            throw new NumberFormatException("no code");
        }
        return high * HEX + low;
    }
}
