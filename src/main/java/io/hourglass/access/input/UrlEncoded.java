package io.hourglass.access.input;

import io.hourglass.kernel.InvalidInput;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names and values in percent-encoding, as queries and forms have them; what they encode is UTF-8. */
final class UrlEncoded {

    private static final String RULE = "UTF-8 in percent-encoding";
    private static final int HEX = 16;
    private static final int CODE = 3;
    private static final int NONE = -1;

    private UrlEncoded() {}

    private interface Decoder {
        String decoded(@Nullable String name, String part);
    }

    /**
     * @param field what is read
     * @param text its bytes as characters of ISO 8859-1
     * @return by name, each with its values in their order
     * @throws InvalidInput if it is not written so; it names the parameter
     */
    static Map<String, String[]> read(String field, String text) {
        return read(text, (name, part) -> decoded(name == null ? field : name, part));
    }

    /** The same as far as it can be read: what is no UTF-8 is U+FFFD, and a percent sign without a code stays. */
    static Map<String, String[]> readable(String text) {
        return read(text, (name, part) -> new String(bytes(part, true), StandardCharsets.UTF_8));
    }

    /** @param decoder of a part of the value with a name, or of a name itself, which is null then */
    private static Map<String, String[]> read(String text, Decoder decoder) {
        var found = new LinkedHashMap<String, List<String>>();
        for (var pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                var end = pair.indexOf('=');
                var name = decoder.decoded(null, end < 0 ? pair : pair.substring(0, end));
                var value = end < 0 ? "" : decoder.decoded(name, pair.substring(end + 1));
                found.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
            }
        }
        var read = new LinkedHashMap<String, String[]>();
        found.forEach((name, values) -> read.put(name, values.toArray(String[]::new)));
        return read;
    }

    private static String decoded(String field, String text) {
        try {
            var bytes = ByteBuffer.wrap(bytes(text, false));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException | NumberFormatException e) {
            throw new InvalidInput(field, text, RULE);
        }
    }

    /** @throws NumberFormatException if a percent sign begins no code, and it has to */
    private static byte[] bytes(String text, boolean lenient) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (var at = 0; at < text.length(); at++) {
            var character = text.charAt(at);
            var code = character == '%' ? code(text, at) : NONE;
            if (code != NONE) {
                bytes.write(code);
                at += CODE - 1;
            } else if (character == '%' && !lenient) {
                throw new NumberFormatException("no code");
            } else {
                bytes.write(character == '+' ? ' ' : character);
            }
        }
        return bytes.toByteArray();
    }

    /** NONE if there is none. */
    private static int code(String text, int at) {
        var high = at + CODE > text.length() ? -1 : Character.digit(text.charAt(at + 1), HEX);
        var low = high < 0 ? -1 : Character.digit(text.charAt(at + 2), HEX);
        return low < 0 ? NONE : high * HEX + low;
    }
}
