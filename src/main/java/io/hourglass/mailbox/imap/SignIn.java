package io.hourglass.mailbox.imap;

import io.hourglass.mailbox.imap.Login.Secret;
import io.hourglass.mailbox.imap.Login.Security;
import io.hourglass.mailbox.imap.MailboxFailure.Kind;
import io.hourglass.mailbox.imap.wire.Connection;
import io.hourglass.mailbox.imap.wire.ServerWords;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/** From the first word of a server to a mailbox that is open. */
final class SignIn {

    private final Connection connection;
    private final Login login;
    private final MailboxFailures failures;
    private Set<String> capabilities = Set.of();

    SignIn(Connection connection, Login login, MailboxFailures failures) {
        this.connection = connection;
        this.login = login;
        this.failures = failures;
    }

    /** @return what the server can do */
    Set<String> run() throws IOException, MailboxFailure {
        greet();
        ask();
        if (login.security() == Security.STARTTLS) {
            encrypt();
        }
        authenticate();
        ask();
        if (capabilities.contains("ID")) {
            introduce(connection);
        }
        return capabilities;
    }

    /** A server that says it knows us already has not encrypted what it says, or is another's. */
    private void greet() throws IOException, MailboxFailure {
        var greeting = connection.greeting();
        if (greeting.keyEquals("PREAUTH") && login.security() == Security.STARTTLS) {
            throw failures.of(Kind.NO_ENCRYPTION, "PREAUTH");
        }
        if (!greeting.isUnTagged() || !greeting.isOK()) {
            throw new ProtocolException(ServerWords.of(greeting.toString()));
        }
    }

    private void encrypt() throws IOException, MailboxFailure {
        if (!capabilities.contains("STARTTLS")) {
            throw failures.of(Kind.NO_ENCRYPTION, "no STARTTLS");
        }
        var answer = connection.command("STARTTLS");
        if (!answer.isOK()) {
            throw failures.of(Kind.NO_ENCRYPTION, ServerWords.of(answer));
        }
        connection.encrypt();
        ask();
    }

    /** Anew after each step: what was said before it is void. */
    private void ask() throws IOException {
        var offered = new HashSet<String>();
        connection.command("CAPABILITY", null, response -> {
            if (response.keyEquals("CAPABILITY")) {
                offered.addAll(Arrays.asList(
                        response.getRest().toUpperCase(Locale.ROOT).split(" ")));
            }
        });
        capabilities = Set.copyOf(offered);
    }

    private void authenticate() throws IOException, MailboxFailure {
        var answer = login.secret().kind() == Secret.Kind.ACCESS_TOKEN
                ? byMechanism("XOAUTH2", bearer(login))
                : byPassword();
        if (!answer.isOK()) {
            var words = ServerWords.of(answer);
            throw failures.of(Refusal.ofLogin(words), words);
        }
    }

    private IMAPResponse byPassword() throws IOException, MailboxFailure {
        if (!capabilities.contains("LOGINDISABLED")) {
            var arguments = new Argument();
            arguments.writeString(login.user(), StandardCharsets.UTF_8);
            arguments.writeString(login.secret().text(), StandardCharsets.UTF_8);
            return connection.command("LOGIN", arguments, response -> {});
        }
        if (!capabilities.contains("AUTH=PLAIN")) {
            throw failures.of(
                    login.security() == Security.PLAIN ? Kind.NO_ENCRYPTION : Kind.NEEDS_GRANT, "LOGINDISABLED");
        }
        return byMechanism("PLAIN", plain(login));
    }

    /** With the first command where that may be (RFC 4959). Where it is refused, an empty line ends it. */
    private IMAPResponse byMechanism(String mechanism, String secret) throws IOException {
        var command = "AUTHENTICATE " + mechanism;
        return capabilities.contains("SASL-IR")
                ? connection.command(command + " " + secret)
                : connection.command(command, secret);
    }

    static String plain(Login login) {
        return MailboxFailures.encoded(
                "\0" + login.user() + "\0" + login.secret().text());
    }

    static String bearer(Login login) {
        return MailboxFailures.encoded(
                "user=" + login.user() + "\1auth=Bearer " + login.secret().text() + "\1\1");
    }

    /** RFC 2971: NetEase opens no folder before. What it answers says nothing. */
    static void introduce(Connection connection) throws IOException {
        connection.command(
                "ID (\"name\" \"Hourglass\" \"version\" \"1\" \"vendor\" \"Hourglass\")", null, response -> {});
    }
}
