package io.hourglass.mail;

import io.hourglass.mail.words.Folded;
import java.util.regex.Pattern;

/** Who a mail says it is from: the name, and the part of the address before the @, both folded. */
record Sender(String name, String local) {

    /** RFC 5321 reserves no other; mailers write it in these ways. Exchange's is Microsoft's fixed id. */
    private static final Pattern DAEMON = Pattern.compile(
            "mailer ?_?daemon|double bounce|mail daemon|mailer ?daemon\\d*|microsoftexchange[0-9a-f]{20,}");

    private static final Pattern SYSTEM = Pattern.compile(
            "poo?st[._ ]?master.*|mdaemon|mail[._ ]delivery[._ ]system|mailsystem|mailadmin|bounces?|ndr");

    private static final Pattern SYSTEM_NAME = Pattern.compile("mail deliver(y|ies)? ?(sub)?system.*|mail delivery.*"
            + "|mail deliver system|.*\\bmailer daemon\\b.*|mail system|mail administrator|postmaster.*"
            + "|system administrator|systemadministrator|administrateur systeme|administrador del sistema"
            + "|microsoft outlook|microsoft exchange|internet mail delivery|interscan.*|.*\\bndr\\b.*|e?mail delivery service"
            + "|系统管理员|系統管理員|.*退信.*");

    private static final Pattern RESPONDER = Pattern.compile(
            "auto ?_?(repl(y|ies)|respon(d|se|der|ders)|antwort|answer)s?|vacation|(auto|out ?of ?office)[._ ]?reply");

    private static final Pattern NO_REPLY = Pattern.compile(
            ".*\\b(no|do ?_?not|dont|donot|ne ?pas|nao|nicht)"
                    + "[._ ]?(reply|respond|repondre|responda|antworten|answer)\\b.*|noreply.*|no ?responder|nepasrepondre"
                    + "|keine ?antwort|nichtantworten|notifications?|auto ?(confirm|notify|mail|mailer)|unattended|spamblocker challenge");

    static Sender of(String from) {
        var begin = from.lastIndexOf('<');
        var end = from.indexOf('>', begin + 1);
        if (begin >= 0 && end > begin) {
            return new Sender(name(from.substring(0, begin)), local(from.substring(begin + 1, end)));
        }
        var comment = from.indexOf('(');
        return comment < 0
                ? new Sender("", local(from))
                : new Sender(name(from.substring(comment + 1)), local(from.substring(0, comment)));
    }

    private static String name(String text) {
        return Folded.of(text.replaceAll("[\"()\\\\]", " "));
    }

    private static String local(String address) {
        var at = address.lastIndexOf('@');
        return Folded.of((at < 0 ? address : address.substring(0, at)).replace("\"", ""));
    }

    /** Written by mail systems alone. */
    boolean isDaemon() {
        return DAEMON.matcher(local).matches()
                || (local.isEmpty() && DAEMON.matcher(name).matches());
    }

    /** A postmaster, which may be a person as well. */
    boolean isMailSystem() {
        return SYSTEM.matcher(local).matches() || SYSTEM_NAME.matcher(name).matches();
    }

    boolean isResponder() {
        return RESPONDER.matcher(local).matches();
    }

    boolean takesNoReply() {
        return NO_REPLY.matcher(local).matches();
    }
}
