package io.hourglass.mail.parse;

import io.hourglass.mail.ReadMail.Header;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.Field;

/** The values of headers as text: unfolded, encoded words decoded (RFC 2047), whatever bytes they are of. */
final class HeaderText {

    /** What is longer is cut: nobody reads so much in a header. */
    static final int MOST = 8_000;

    private static final Pattern FOLD = Pattern.compile("[\r\n\u0000]+");
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*\"?([\\w.:+-]{1,40})", Pattern.CASE_INSENSITIVE);

    private HeaderText() {}

    static List<Header> headers(List<Field> fields) {
        var charset = fields.stream()
                .filter(field -> field.getNameLowerCase().equals("content-type"))
                .map(HeaderText::unfolded)
                .map(CHARSET::matcher)
                .filter(Matcher::find)
                .map(found -> Charsets.of(found.group(1)))
                .findFirst()
                .orElse(Charsets.ELSE);
        return fields.stream()
                .map(field -> new Header(field.getNameLowerCase(), decoded(field, charset)))
                .toList();
    }

    /** As it was sent, byte by byte. */
    static String unfolded(Field field) {
        return FOLD.matcher(new String(value(field), StandardCharsets.ISO_8859_1))
                .replaceAll("")
                .strip();
    }

    private static byte[] value(Field field) {
        var raw = field.getRaw().toByteArray();
        var begin = 0;
        while (begin < raw.length && raw[begin] != ':') {
            begin++;
        }
        var end = Math.min(raw.length, begin + MOST);
        return begin >= end ? new byte[0] : Arrays.copyOfRange(raw, begin + 1, end);
    }

    private static String decoded(Field field, Charset charset) {
        var text = FOLD.matcher(Charsets.text(value(field), charset))
                .replaceAll("")
                .strip();
        return text.contains("=?")
                ? FOLD.matcher(DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT, charset, Charsets.WIDER))
                        .replaceAll(" ")
                : text;
    }
}
