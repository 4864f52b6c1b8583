package io.hourglass.mailbox.imap;

import io.hourglass.mailbox.imap.MailboxFailure.Kind;
import io.hourglass.mailbox.imap.wire.Bye;
import io.hourglass.mailbox.imap.wire.ForbiddenAddress;
import io.hourglass.mailbox.imap.wire.TooMuch;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What failures of a login are, in words without its secret. */
final class MailboxFailures {

    private static final String HIDDEN = "***";

    private final Login login;

    MailboxFailures(Login login) {
        this.login = login;
    }

    /** @param words of the server */
    MailboxFailure of(Kind kind, String words) {
        return new MailboxFailure(kind, withoutSecrets(words));
    }

    MailboxFailure of(IOException failure) {
        var words = Objects.requireNonNullElse(failure.getMessage(), "");
        return of(failure instanceof Bye ? Refusal.ofBye(words) : kind(failure), words);
    }

    private static Kind kind(IOException failure) {
        if (failure instanceof SSLException) {
            return ofEncryption(failure);
        }
        if (failure instanceof TooMuch) {
            return Kind.TOO_MUCH;
        }
        if (failure instanceof ProtocolException) {
            return Kind.NOT_IMAP;
        }
        if (failure instanceof EOFException) {
            return Kind.BROKEN_OFF;
        }
        return ofAddress(failure);
    }

    private static Kind ofAddress(IOException failure) {
        if (failure instanceof ForbiddenAddress) {
            return Kind.ADDRESS_FORBIDDEN;
        }
        if (failure instanceof UnknownHostException) {
            return Kind.NAME_UNKNOWN;
        }
        if (failure instanceof SocketTimeoutException) {
            return Kind.TIMED_OUT;
        }
        var unreachable = failure instanceof ConnectException || failure instanceof NoRouteToHostException;
        return unreachable || !(failure instanceof SocketException) ? Kind.UNREACHABLE : Kind.BROKEN_OFF;
    }

    private static Kind ofEncryption(IOException failure) {
        for (@Nullable Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof GeneralSecurityException) {
                return Kind.CERTIFICATE;
            }
            if (one instanceof EOFException || one instanceof SocketException) {
                return Kind.BROKEN_OFF;
            }
        }
        return Kind.NO_ENCRYPTION;
    }

    private String withoutSecrets(String words) {
        var said = words;
        for (var secret : secrets().toList()) {
            said = secret.isEmpty() ? said : said.replace(secret, HIDDEN);
        }
        return said;
    }

    /** As it stands, and as it was sent. */
    private Stream<String> secrets() {
        var text = login.secret().text();
        return Stream.of(SignIn.plain(login), SignIn.bearer(login), encoded(text), text);
    }

    static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
