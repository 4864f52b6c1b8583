package io.hourglass.mail.parse;

import io.hourglass.mail.ReadMail.Body;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.james.mime4j.stream.BodyDescriptor;

/** What a mail's writer wrote: the plain text of its parts, or if there is none, that of its HTML; without what is quoted. */
final class WrittenText {

    static final int MOST_BYTES = 64 << 10;
    static final int MOST_LINES = 500;
    static final int MOST = 10_000;

    private static final Pattern QUOTE_BEGINS = Pattern.compile(
            "(?i)-{2,} ?(?:original[ -]|urspr|message d'origine|mensaje original|mensagem original|messaggio originale"
                    + "|oorspronkelijk|forwarded message|weitergeleitete|原始邮件|原始郵件|原邮件|回复的原邮件|转发的?邮件|元のメッセージ).*"
                    + "|_{10,}|(?:发件人|寄件者|差出人|보낸 사람) ?[:：].*"
                    + "|(?:on|am|le|el|il|em|op|den|dnia|w dniu) .{4,200}"
                    + "(?:wrote|schrieb.{0,60}|a écrit|escribió|ha scritto|escreveu|schreef.{0,60}|skrev.{0,60}|napisał\\S*) ?:"
                    + "|.{0,200}写道 ?[:：]|.{0,200}寫道 ?[:：]|.{0,200}のメール ?[:：]");

    private static final int LONGEST_MARK = 300;

    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private int bytes;
    private boolean shortened;

    /** @param decoded read no further than there is room for it */
    void add(BodyDescriptor part, InputStream decoded) throws IOException {
        var type = part.getMimeType();
        if (!type.equals("text/plain") && !type.equals("text/html") && !type.startsWith("multipart/")) {
            return;
        }
        var read = decoded.readNBytes(MOST_BYTES - bytes);
        bytes += read.length;
        shortened = shortened || (bytes == MOST_BYTES && decoded.read() >= 0);
        (type.equals("text/html") ? html : plain)
                .append(Charsets.text(read, Charsets.of(part.getCharset())))
                .append('\n');
    }

    Body body(List<String> types) {
        var text = plain.toString().isBlank() ? HtmlText.of(html.toString()) : plain.toString();
        var lines = text.lines().map(String::strip).iterator();
        var above = new StringBuilder();
        var quoted = add(lines, above);
        var below = new StringBuilder();
        var first = quoted ? next(lines) : "";
        var further = first.startsWith(">") && add(lines, below);
        var ended = quoted && (further || !first.startsWith(">"));
        return new Body(
                types, above.toString().strip(), below.toString().strip(), !ended && (shortened || isWritten(lines)));
    }

    /** @return whether it came to a line behind which another's text is quoted */
    private static boolean add(Iterator<String> lines, StringBuilder to) {
        var quoted = false;
        for (var read = 0; lines.hasNext() && read < MOST_LINES && to.length() < MOST && !quoted; read++) {
            var line = lines.next();
            quoted = line.length() < LONGEST_MARK && QUOTE_BEGINS.matcher(line).matches();
            if (!quoted && !line.startsWith(">")) {
                to.append(line).append('\n');
            }
        }
        return quoted;
    }

    /** The next that is not blank; empty if there is none. */
    private static String next(Iterator<String> lines) {
        var line = "";
        while (lines.hasNext() && line.isEmpty()) {
            line = lines.next();
        }
        return line;
    }

    private static boolean isWritten(Iterator<String> lines) {
        var written = false;
        while (lines.hasNext() && !written) {
            var line = lines.next();
            written = !line.isEmpty() && !line.startsWith(">");
        }
        return written;
    }
}
