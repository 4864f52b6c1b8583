package io.hourglass.mailbox.imap;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.mailbox.imap.MailboxFailure.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a server means when it says no")
class RefusalTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[AUTHENTICATIONFAILED] Authentication failed. | REFUSED_LOGIN",
                "LOGIN failed. | REFUSED_LOGIN",
                "AUTHENTICATE failed. | REFUSED_LOGIN",
                "[ALERT] Invalid credentials (Failure) | REFUSED_LOGIN",
                "LOGIN Login error or password error | REFUSED_LOGIN",
                "Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy. | REFUSED_LOGIN",
                "[ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure) | NEEDS_APP_CODE",
                "Login fail. Please using authorized code to login. More information at http://service.mail.qq.com | NEEDS_APP_CODE",
                "LOGIN 请使用授权码登录 | NEEDS_APP_CODE",
                "[AUTHENTICATIONFAILED] NEED APP PASSWORD | NEEDS_APP_CODE",
                "LOGIN failed. LogonDenied-BasicAuthBlocked | NEEDS_GRANT",
                "Authentication unsuccessful, basic authentication is disabled. | NEEDS_GRANT",
                "[ALERT] Your account is not enabled for IMAP use. Please visit your Gmail settings page | IMAP_DISABLED",
                "Login fail. Service is not open | IMAP_DISABLED",
                "[ALERT] IMAP access is disabled for this account | IMAP_DISABLED",
                "LOGIN fail. Unsafe Login. Please contact kefu@188.com for help | UNSAFE_LOGIN",
                "[ALERT] Please log in via your web browser: https://support.google.com/mail/accounts/answer/78754 (Failure) | UNSAFE_LOGIN",
                "[WEBALERT https://accounts.google.com/x] Web login required. | UNSAFE_LOGIN",
                "[ALERT] Too many simultaneous connections. (Failure) | TOO_MANY_CONNECTIONS",
                "[UNAVAILABLE] Maximum number of connections from user+IP exceeded (mail_max_userip_connections=10) | TOO_MANY_CONNECTIONS",
                "[LIMIT] Rate limit hit. | TOO_MANY_CONNECTIONS",
                "登录过于频繁 | TOO_MANY_CONNECTIONS",
                "[UNAVAILABLE] Temporary authentication failure. | SERVER_ERROR",
                "系统繁忙 | SERVER_ERROR",
                "[PRIVACYREQUIRED] Plaintext authentication disallowed on non-secure (SSL/TLS) connections. | NO_ENCRYPTION"
            })
    @DisplayName("to a login: whether the supplier can mend it, and how")
    void logins(String words, Kind kind) {
        assertThat(Refusal.ofLogin(words)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EXAMINE Unsafe Login. Please contact kefu@188.com for help | UNSAFE_LOGIN",
                "[NONEXISTENT] Unknown Mailbox: Sent (Failure) | NO_SENT_FOLDER",
                "Mailbox doesn't exist: Sent | NO_SENT_FOLDER",
                "EXAMINE folder not exist | NO_SENT_FOLDER",
                "Sent doesn't exist. | NO_SENT_FOLDER",
                "[ALERT] Too many simultaneous connections. | TOO_MANY_CONNECTIONS",
                "User is authenticated but not connected. | SERVER_ERROR",
                "[SERVERBUG] Internal error occurred. | SERVER_ERROR"
            })
    @DisplayName("to a folder: whether it is gone")
    void folders(String words, Kind kind) {
        assertThat(Refusal.ofOpening(words)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The requested message could not be converted to an RFC-822 compatible format. | false",
                "some messages could not be fetched | false",
                "[UNAVAILABLE] later | true",
                "Server error - try again later | true",
                "[OVERQUOTA] Account exceeded command or bandwidth limits. | true",
                "Request is throttled. Suggested Backoff Time: 299 seconds | true",
                "User is authenticated but not connected. | true"
            })
    @DisplayName("to a mail: whether that is this mail's fault")
    void mails(String words, boolean general) {
        assertThat(Refusal.isGeneral(words)).isEqualTo(general);
    }
}
