package io.hourglass.mailbox.setup;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.mail.MailAddress;
import io.hourglass.mailbox.boxes.ImapServer;
import io.hourglass.mailbox.boxes.Mailbox.Folders;
import io.hourglass.mailbox.secrets.Secret;
import java.util.Locale;
import java.util.SortedSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what is to be a mailbox. */
final class MailboxInput {

    private static final int LONGEST_USER = 254;
    private static final int LONGEST_SECRET = 4_000;
    private static final int LONGEST_FOLDER = 500;
    private static final int LONGEST_HOST = 253;
    private static final int LAST_PORT = 65_535;
    private static final String HIDDEN = "what is not shown";
    private static final Pattern HOST =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private MailboxInput() {}

    static String address(String address) {
        return MailAddress.of(address);
    }

    static String user(String user) {
        return line("user", user, user, LONGEST_USER);
    }

    /** @param field in which it stands */
    static Secret secret(String field, Secret secret) {
        line(field, secret.value(), HIDDEN, LONGEST_SECRET);
        return secret;
    }

    static String provider(String provider, SortedSet<String> configured) {
        if (!configured.contains(provider)) {
            throw new InvalidInput("provider", provider, "one that operations have configured, of " + configured);
        }
        return provider;
    }

    static Folders folders(Folders folders) {
        var sent = folders.sent();
        return sent == null ? folders : new Folders(line("sentFolder", sent, sent, LONGEST_FOLDER), folders.inbox());
    }

    static ImapServer server(ImapServer server) {
        var host = server.host().strip().toLowerCase(Locale.ROOT);
        if (host.length() > LONGEST_HOST || !HOST.matcher(host).matches()) {
            throw new InvalidInput("host", server.host(), "a name such as imap.example.com");
        }
        if (server.port() < 1 || server.port() > LAST_PORT) {
            throw new InvalidInput("port", server.port(), "1 to " + LAST_PORT);
        }
        return new ImapServer(host, server.port(), server.security());
    }

    static InvalidInput secretMissing(String field) {
        return new InvalidInput(field, null, "given with a new mailbox, and with another user, server or provider");
    }

    static InvalidInput serverUnknown(String address) {
        return new InvalidInput("server", null, "given, as nothing says where " + address + " is read by IMAP");
    }

    private static String line(String field, String text, @Nullable String shown, int longest) {
        if (text.isBlank()
                || text.length() > longest
                || text.codePoints()
                        .anyMatch(point ->
                                Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE)) {
            throw new InvalidInput(field, shown, "1 to " + longest + " characters, none of them a control");
        }
        return text;
    }
}
