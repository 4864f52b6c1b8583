package io.hourglass.mail;

import java.util.regex.Pattern;

/** What mail programs and lists put before a subject; it is folded. */
final class SubjectPrefixes {

    /** In brackets of any kind, or between stars. */
    static final Pattern TAG =
            Pattern.compile("^(?:[\\[(\u3010\u3014\u300c]([^\\])\u3011\u3015\u300d]{0,80})[\\])\u3011\u3015\u300d]"
                    + "|\\*{1,5}([^*]{0,80})\\*{1,5})[ :]*");

    private static final String NUMBER = " ?(?:[\\[(^]\\d{1,4}[\\])]?)? ?: ?";

    /** Before the subject of what they pass on. */
    private static final String PASSED_ON = "fw|fwd|wg|rv|enc|tr|vb|vl|pd|ilt|doorst|trs|i"
            + "|προω|пересл|הועבר|إعادة توجيه|اعادة توجيه|转发|轉寄|轉發|転送|转|轉|전달|chuyen tiep";

    /** Before the subject of an answer, or of what they pass on, by their languages. */
    private static final Pattern PREFIX =
            Pattern.compile("^(?:" + PASSED_ON + "|re|r|rif|rép|rep|ref|res|aw|antw|antwort"
                    + "|sv|vs|vv|odp|ynt|betr|ha|na|hl|bls|tl|fs|atb|att|ats|re sv"
                    + "|απ|отв|ответ|на|нa|השב|رد"
                    + "|回复|回覆|回信|答复|答覆|返信|回|회신|답장|tra loi)" + NUMBER);

    private static final Pattern OF_PASSED_ON = Pattern.compile("^(?:" + PASSED_ON + ")" + NUMBER);

    private static final int MOST = 40;

    private SubjectPrefixes() {}

    /** Whether a mail program made it of another: an answer, or a mail passed on. */
    static boolean begin(String subject) {
        return PREFIX.matcher(subject).find();
    }

    /** Whether the last that a mail program did with it was to pass it on; tags of lists and filters come later. */
    static boolean ofPassedOn(String subject) {
        var bare = subject;
        for (var each = 0; each < MOST && TAG.matcher(bare).find(); each++) {
            bare = TAG.matcher(bare).replaceFirst("");
        }
        return OF_PASSED_ON.matcher(bare).find();
    }

    /** Without any of them, in whatever order they stand. */
    static String without(String subject) {
        var bare = subject;
        for (var each = 0; each < MOST; each++) {
            var less = PREFIX.matcher(TAG.matcher(bare).replaceFirst(""))
                    .replaceFirst("")
                    .strip();
            if (less.equals(bare)) {
                break;
            }
            bare = less;
        }
        return bare;
    }
}
