package io.hourglass.mail.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.james.mime4j.util.CharsetUtil;

/** Charsets as mails name them. */
final class Charsets {

    /** What an unknown one, or none, is read as: every byte is a character of it. */
    static final Charset ELSE = Charset.forName("windows-1252");

    private static final Charset CHINESE = Charset.forName("GB18030");

    /** Mails that name the smaller one are written in the wider one (WHATWG Encoding Standard). */
    static final Map<Charset, Charset> WIDER = wider();

    private Charsets() {}

    static Charset of(String name) {
        var known = CharsetUtil.lookup(name);
        return known == null || !known.canEncode() ? ELSE : WIDER.getOrDefault(known, known);
    }

    /**
     * UTF-8 if it is (RFC 6532), else as named. Where nothing is named that could be, bytes beyond ASCII that come in pairs
     * alone are Chinese.
     */
    static String text(byte[] bytes, Charset named) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, named.equals(ELSE) && isOfPairs(bytes) ? CHINESE : named);
        }
    }

    private static boolean isOfPairs(byte[] bytes) {
        var run = 0;
        for (var each : bytes) {
            if (each >= 0 && run % 2 != 0) {
                return false;
            }
            run = each >= 0 ? 0 : run + 1;
        }
        return true;
    }

    private static Map<Charset, Charset> wider() {
        var wider = new HashMap<Charset, Charset>();
        wider.put(Charset.forName("GB2312"), CHINESE);
        wider.put(Charset.forName("GBK"), CHINESE);
        wider.put(Charset.forName("Big5"), Charset.forName("Big5-HKSCS"));
        wider.put(Charset.forName("Shift_JIS"), Charset.forName("windows-31j"));
        wider.put(Charset.forName("EUC-KR"), Charset.forName("x-windows-949"));
        wider.put(StandardCharsets.ISO_8859_1, ELSE);
        wider.put(StandardCharsets.US_ASCII, ELSE);
        return Map.copyOf(wider);
    }
}
