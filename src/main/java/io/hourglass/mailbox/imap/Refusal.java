package io.hourglass.mailbox.imap;

import io.hourglass.mailbox.imap.MailboxFailure.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What servers mean when they say no, by the response codes of RFC 5530 and by the words of those that have none. */
final class Refusal {

    /** NetEase, on whatever it refuses; Gmail, where it suspects a login. */
    private static final Pattern UNSAFE = words("unsafe login|via your web browser|web login required|\\[webalert");

    /** Dovecot, Gmail, Yahoo, Exchange, Courier, Coremail. */
    private static final Pattern TOO_MANY = words("\\[limit\\]|too many|maximum number of|connection limit"
            + "|connections? (?:limit )?exceeded|exceeded? .{0,30}connections|too frequent|frequency limit|throttl"
            + "|连接数|連線數|过于频繁|過於頻繁|次数过多");

    private static final Pattern BUSY = words(
            "\\[(?:unavailable|inuse|serverbug|contactadmin)\\]|temporar|try again|try later"
                    + "|system error|system busy|internal error|server error|not connected|overquota|bandwidth|系统繁忙|稍后再试");

    /** Gmail, Yahoo, iCloud, Zoho, Yandex; QQ, NetEase, Aliyun. */
    private static final Pattern APP_CODE = words("application[- ]specific|app[- ]specific|app(?:lication)? password"
            + "|authori[sz](?:ed|ation) code|auth code|授权码|授權碼|客户端专用密码|专用密码|安全密码");

    /** Exchange Online and Outlook.com. */
    private static final Pattern GRANT = words("basic ?auth|modern auth|\\boauth");

    /** Gmail, Zoho, Yahoo, Yandex; QQ and NetEase. */
    private static final Pattern DISABLED = words(
            "not enabled for imap|imap (?:access )?(?:is )?(?:disabled|not enabled)"
                    + "|enable imap|service is not open(?!, password)|not open(?:ed)? .{0,20}imap|imap.{0,10}(?:未开启|未开通|已关闭)|未开启.{0,10}imap");

    private static final Pattern UNENCRYPTED =
            words("\\[privacyrequired\\]|plaintext authentication disallowed|logindisabled");

    private static final Pattern NO_SUCH_FOLDER = words(
            "\\[(?:nonexistent|trycreate)\\]|does ?n[o']t exist|not exist|unknown (?:mailbox|folder)"
                    + "|no such (?:mailbox|folder)|(?:mailbox|folder) not found|not found.{0,20}(?:mailbox|folder)|不存在");

    /** In the order in which they are asked: some servers name every reason that there may be. */
    private static final Map<Pattern, Kind> OF_LOGIN = ofLogin();

    private Refusal() {}

    private static Pattern words(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    private static Map<Pattern, Kind> ofLogin() {
        var kinds = new LinkedHashMap<Pattern, Kind>();
        kinds.put(UNSAFE, Kind.UNSAFE_LOGIN);
        kinds.put(APP_CODE, Kind.NEEDS_APP_CODE);
        kinds.put(GRANT, Kind.NEEDS_GRANT);
        kinds.put(DISABLED, Kind.IMAP_DISABLED);
        kinds.put(UNENCRYPTED, Kind.NO_ENCRYPTION);
        kinds.put(words("password is incorrect"), Kind.REFUSED_LOGIN);
        kinds.put(TOO_MANY, Kind.TOO_MANY_CONNECTIONS);
        kinds.put(BUSY, Kind.SERVER_ERROR);
        return kinds;
    }

    static Kind ofLogin(String words) {
        return OF_LOGIN.entrySet().stream()
                .filter(kind -> kind.getKey().matcher(words).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Kind.REFUSED_LOGIN);
    }

    /** Of whatever command after the login. */
    static Kind ofCommand(String words) {
        if (UNSAFE.matcher(words).find()) {
            return Kind.UNSAFE_LOGIN;
        }
        return TOO_MANY.matcher(words).find() ? Kind.TOO_MANY_CONNECTIONS : Kind.SERVER_ERROR;
    }

    static Kind ofOpening(String words) {
        return NO_SUCH_FOLDER.matcher(words).find() ? Kind.NO_SENT_FOLDER : ofCommand(words);
    }

    static Kind ofBye(String words) {
        return TOO_MANY.matcher(words).find() ? Kind.TOO_MANY_CONNECTIONS : Kind.BROKEN_OFF;
    }

    /** Whether it says so of all, and not of what it was asked for. */
    static boolean isGeneral(String words) {
        return ofCommand(words) != Kind.SERVER_ERROR || BUSY.matcher(words).find();
    }
}
