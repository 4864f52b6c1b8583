package io.hourglass.mail.parse;

import java.util.Set;
import org.springframework.web.util.HtmlUtils;

/** The text of a piece of HTML, in one pass from its begin to what it quotes. */
final class HtmlText {

    private static final Set<String> SKIPPED = Set.of("style", "script", "head", "title");
    private static final Set<String> LINES = Set.of(
            "p", "/p", "br", "br/", "div", "/div", "tr", "li", "pre", "/pre", "h1", "h2", "h3", "table", "/head");

    private static final int LONGEST_NAME = 20;

    private final String html;
    private final String lower;
    private final StringBuilder text = new StringBuilder();
    private int at;

    private HtmlText(String html) {
        this.html = html;
        this.lower = lower(html);
    }

    static String of(String html) {
        return new HtmlText(html).read();
    }

    /** By ASCII alone: each character keeps its place. */
    private static String lower(String html) {
        var lower = html.toCharArray();
        for (var index = 0; index < lower.length; index++) {
            if (lower[index] >= 'A' && lower[index] <= 'Z') {
                lower[index] = Character.toLowerCase(lower[index]);
            }
        }
        return new String(lower);
    }

    private String read() {
        while (at < html.length()) {
            var tag = html.indexOf('<', at);
            text.append(html, at, tag < 0 ? html.length() : tag);
            at = tag < 0 ? html.length() : tag;
            if (tag >= 0 && !readTag()) {
                break;
            }
        }
        return HtmlUtils.htmlUnescape(text.toString()).replace('\u00a0', ' ');
    }

    /** @return whether the writer's own text goes on behind it */
    private boolean readTag() {
        if (lower.startsWith("<!--", at)) {
            at = behind("-->");
            return true;
        }
        var end = behind(">");
        var tag = lower.substring(at + 1, Math.max(at + 1, end - 1));
        var name = name(tag);
        if (name.equals("blockquote") || tag.contains("gmail_quote") || tag.contains("divrplyfwdmsg")) {
            return false;
        }
        at = SKIPPED.contains(name) ? behind("</" + name) : end;
        if (SKIPPED.contains(name) && at < html.length()) {
            at = behind(">");
        }
        if (LINES.contains(name)) {
            text.append('\n');
        }
        return true;
    }

    private static String name(String tag) {
        var end = 0;
        while (end < tag.length() && end < LONGEST_NAME && !Character.isWhitespace(tag.charAt(end))) {
            end++;
        }
        return tag.substring(0, end);
    }

    private int behind(String mark) {
        var found = lower.indexOf(mark, at);
        return found < 0 ? html.length() : found + mark.length();
    }
}
