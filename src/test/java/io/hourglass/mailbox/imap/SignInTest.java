package io.hourglass.mailbox.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hourglass.mailbox.imap.Login.Secret;
import io.hourglass.mailbox.imap.Login.Security;
import io.hourglass.mailbox.imap.MailboxFailure.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A sign-in to a mailbox")
class SignInTest {

    private static MailboxFailure failure(ThrowingCallable of) {
        return catchThrowableOfType(MailboxFailure.class, of);
    }

    private static String decoded(String command) {
        var secret = command.substring(command.lastIndexOf(' ') + 1);
        return new String(Base64.getDecoder().decode(secret), StandardCharsets.UTF_8);
    }

    private static Login withToken(ScriptedServer server) {
        return new Login(
                "localhost", server.port(), Security.PLAIN, "sales@acme.example", Secret.accessToken("ya29.grant"));
    }

    @Test
    @DisplayName("asks anew what the server can do once it is in, says who asks where that is wanted, and takes leave")
    void signsIn() throws Exception {
        try (var server = ScriptedServer.of(with -> {
            with.say("* OK [CAPABILITY IMAP4rev1] ready");
            with.answer("CAPABILITY", "* CAPABILITY IMAP4rev1");
            with.answer("LOGIN .*");
            with.answer("CAPABILITY", "* CAPABILITY IMAP4rev1 ID IDLE");
            with.answer("ID \\(\"name\" \"Hourglass\".*\\)", "* ID (\"name\" \"Coremail Imap\")");
            with.hear("LOGOUT");
        })) {
            try (var session = server.open()) {
                assertThat(session.canIdle()).isTrue();
            }
            assertThat(server.heard()).contains("LOGIN sales@acme.example s3cret-word");
        }
    }

    @Test
    @DisplayName("says nothing of who asks where nobody wants to know")
    void withoutId() throws Exception {
        try (var server = ScriptedServer.of(with -> with.letIn(""));
                var session = server.open()) {
            assertThat(session.canIdle()).isFalse();
            assertThat(server.heard()).noneMatch(command -> command.startsWith("ID"));
        }
    }

    @Test
    @DisplayName("is encrypted from the first byte where the port is")
    void implicitTls() throws Exception {
        try (var server = ScriptedServer.encrypted("valid", with -> with.letIn("IDLE"));
                var session = server.open()) {
            assertThat(session.canIdle()).isTrue();
        }
    }

    @Test
    @DisplayName("by STARTTLS throws away what somebody in between said before")
    void startTls() throws Exception {
        try (var server = ScriptedServer.of(with -> {
                    with.say("* OK ready");
                    with.answer("CAPABILITY", "* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED");
                    with.hear("STARTTLS");
                    with.end("OK begin\r\n* CAPABILITY IMAP4rev1 IDLE\r\n* BYE go away");
                    with.encrypt("valid");
                    with.answer("CAPABILITY", "* CAPABILITY IMAP4rev1");
                    with.answer("LOGIN .*");
                    with.answer("CAPABILITY", "* CAPABILITY IMAP4rev1");
                });
                var session = server.client().open(server.login(Security.STARTTLS))) {
            assertThat(session.canIdle()).isFalse();
        }
    }

    @Test
    @DisplayName("never falls back to plain: no secret is sent where STARTTLS is not offered, or refused")
    void neverPlain() throws Exception {
        try (var server = ScriptedServer.of(
                with -> {
                    with.say("* OK ready");
                    with.answer("CAPABILITY", "* CAPABILITY IMAP4rev1 AUTH=PLAIN");
                },
                with -> {
                    with.say("* OK ready");
                    with.answer("CAPABILITY", "* CAPABILITY IMAP4rev1 STARTTLS");
                    with.hear("STARTTLS");
                    with.end("NO not today");
                },
                with -> with.say("* PREAUTH you are in"))) {
            var client = server.client();
            for (var attempt = 0; attempt < 3; attempt++) {
                assertThat(failure(() -> client.open(server.login(Security.STARTTLS)))
                                .kind())
                        .isEqualTo(Kind.NO_ENCRYPTION);
            }
            assertThat(server.connections()).isEqualTo(3);
            assertThat(server.heard()).containsOnly("CAPABILITY", "STARTTLS", "LOGOUT");
        }
    }

    @Test
    @DisplayName("without encryption needs a configuration that allows it")
    void plainIsOff() throws Exception {
        try (var server = ScriptedServer.of(with -> with.say("* OK ready"))) {
            var client = new ImapMailboxes(
                    new ImapSettings(
                            List.of("127.0.0.0/8"),
                            Set.of(server.port()),
                            false,
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(5)),
                    TestCertificates::trusting);
            assertThat(failure(() -> client.open(server.login(Security.PLAIN))).kind())
                    .isEqualTo(Kind.NO_ENCRYPTION);
            assertThat(server.connections()).isZero();
            client.destroy();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "other", "forged"})
    @DisplayName("sends nothing to a server that does not prove to be the one")
    void certificates(String certificate) throws Exception {
        try (var server = ScriptedServer.encrypted(certificate, with -> with.say("* OK ready"))) {
            assertThat(failure(server::open).kind()).isEqualTo(Kind.CERTIFICATE);
            assertThat(server.heard()).isEmpty();
        }
        try (var server = ScriptedServer.of(with -> {
            with.say("* OK ready");
            with.answer("CAPABILITY", "* CAPABILITY IMAP4rev1 STARTTLS");
            with.answer("STARTTLS");
            with.encrypt(certificate);
        })) {
            assertThat(failure(() -> server.client().open(server.login(Security.STARTTLS)))
                            .kind())
                    .isEqualTo(Kind.CERTIFICATE);
            assertThat(server.heard()).containsExactly("CAPABILITY", "STARTTLS");
        }
    }

    @Test
    @DisplayName("says that there is no encryption where TLS is answered by something else")
    void notTls() throws Exception {
        try (var server = ScriptedServer.of(
                with -> {
                    with.say("* OK ready");
                    with.answer("CAPABILITY", "* CAPABILITY IMAP4rev1 STARTTLS");
                    with.answer("STARTTLS");
                    with.hearAByte();
                    with.say("* OK but I do not know how");
                },
                with -> with.say("* OK ready"))) {
            assertThat(failure(() -> server.client().open(server.login(Security.STARTTLS)))
                            .kind())
                    .isEqualTo(Kind.NO_ENCRYPTION);
            assertThat(failure(() -> server.client().open(server.login(Security.IMPLICIT_TLS)))
                            .kind())
                    .isEqualTo(Kind.NO_ENCRYPTION);
        }
    }

    @Test
    @DisplayName("with an access token is by XOAUTH2, in one step or two")
    void accessTokens() throws Exception {
        try (var server = ScriptedServer.of(
                with -> {
                    with.say("* OK ready");
                    with.answer("CAPABILITY", "* CAPABILITY IMAP4rev1 AUTH=XOAUTH2 SASL-IR");
                    with.answer("AUTHENTICATE XOAUTH2 .+");
                    with.answer("CAPABILITY", "* CAPABILITY IMAP4rev1");
                },
                with -> {
                    with.say("* OK ready");
                    with.answer("CAPABILITY", "* CAPABILITY IMAP4rev1 AUTH=XOAUTH2");
                    with.hear("AUTHENTICATE XOAUTH2");
                    with.say("+ ");
                    with.hearLine();
                    with.ok();
                    with.answer("CAPABILITY", "* CAPABILITY IMAP4rev1");
                })) {
            server.client().open(withToken(server)).close();
            server.client().open(withToken(server)).close();
            var expected = "user=sales@acme.example\1auth=Bearer ya29.grant\1\1";
            assertThat(decoded(server.heard().get(1))).isEqualTo(expected);
            assertThat(server.heard().stream()
                            .filter(line -> line.equals(server.heard().get(1).substring(21))))
                    .hasSize(1);
        }
    }

    @Test
    @DisplayName("with a grant that was revoked ends with what the server says of it")
    void revokedGrant() throws Exception {
        try (var server = ScriptedServer.of(with -> {
            with.say("* OK ready");
            with.answer("CAPABILITY", "* CAPABILITY IMAP4rev1 AUTH=XOAUTH2 SASL-IR");
            with.hear("AUTHENTICATE XOAUTH2 .+");
            with.say("+ eyJzdGF0dXMiOiI0MDAifQ==");
            assertThat(with.hearLine()).isEmpty();
            with.end("NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)");
        })) {
            var failure = failure(() -> server.client().open(withToken(server)));
            assertThat(failure.kind()).isEqualTo(Kind.REFUSED_LOGIN);
            assertThat(failure.words()).contains("Invalid credentials");
        }
    }

    @Test
    @DisplayName("goes by AUTHENTICATE where LOGIN is off, and needs a grant where that takes no password either")
    void loginDisabled() throws Exception {
        try (var server = ScriptedServer.of(
                with -> {
                    with.say("* OK ready");
                    with.answer("CAPABILITY", "* CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=PLAIN");
                    with.hear("AUTHENTICATE PLAIN");
                    with.say("+");
                    assertThat(decoded(with.hearLine())).isEqualTo("\0sales@acme.example\0s3cret-word");
                    with.ok();
                    with.answer("CAPABILITY", "* CAPABILITY IMAP4rev1");
                },
                with -> {
                    with.say("* OK ready");
                    with.answer("CAPABILITY", "* CAPABILITY IMAP4rev1 LOGINDISABLED");
                })) {
            server.open().close();
            assertThat(failure(server::open).kind()).isEqualTo(Kind.NO_ENCRYPTION);
        }
    }

    @Test
    @DisplayName("takes whatever characters a password has")
    void oddPasswords() throws Exception {
        try (var server = ScriptedServer.of(
                with -> {
                    with.say("* OK ready");
                    with.answer("CAPABILITY", "* CAPABILITY IMAP4rev1");
                    with.answer("LOGIN user \"a \\\\\"quoted\\\\\" \\\\\\\\ one\"");
                    with.answer("CAPABILITY", "* CAPABILITY IMAP4rev1");
                },
                with -> {
                    with.say("* OK ready");
                    with.answer("CAPABILITY", "* CAPABILITY IMAP4rev1");
                    with.hear("LOGIN user \\{6\\}");
                    with.say("+ go on");
                    assertThat(with.hearLine()).isEqualTo("密码");
                    with.ok();
                    with.answer("CAPABILITY", "* CAPABILITY IMAP4rev1");
                })) {
            for (var password : new String[] {"a \"quoted\" \\ one", "密码"}) {
                server.client()
                        .open(new Login("localhost", server.port(), Security.PLAIN, "user", Secret.password(password)))
                        .close();
            }
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("that is refused says so in the server's words, on one line, short, and without the secret")
    void wordsWithoutSecrets() throws Exception {
        var secret = Base64.getEncoder().encodeToString("s3cret-word".getBytes(StandardCharsets.UTF_8));
        try (var server = ScriptedServer.of(with -> {
            with.say("* OK ready");
            with.answer("CAPABILITY", "* CAPABILITY IMAP4rev1");
            with.hear("LOGIN .*");
            with.end("NO [ALERT] \tnot with s3cret-word or " + secret + " 账号\u202e " + "x".repeat(500));
        })) {
            var failure = failure(server::open);
            assertThat(failure.kind()).isEqualTo(Kind.REFUSED_LOGIN);
            assertThat(failure.words())
                    .startsWith("[ALERT] not with *** or *** 账号 xxx")
                    .hasSize(200);
            assertThat(failure).hasNoCause();
        }
        assertThat(Secret.password("s3cret-word").toString()).doesNotContain("s3cret");
    }

    @Test
    @DisplayName("goes nowhere else, whatever server is named in its place")
    void referrals() throws Exception {
        try (var server = ScriptedServer.of(with -> {
            with.say("* OK [REFERRAL imap://127.0.0.1:9/] ready");
            with.answer("CAPABILITY", "* CAPABILITY IMAP4rev1 LOGIN-REFERRALS");
            with.hear("LOGIN .*");
            with.end("NO [REFERRAL imap://sales@127.0.0.1:9/] elsewhere");
        })) {
            assertThat(failure(server::open).kind()).isEqualTo(Kind.REFUSED_LOGIN);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* BYE Too many connections from your address | TOO_MANY_CONNECTIONS",
                "* BYE shutting down | BROKEN_OFF",
                "* NO out of order | NOT_IMAP",
                "* PREAUTH you are in | NOT_IMAP",
                "220 smtp.acme.example ESMTP | NOT_IMAP",
                "+OK POP3 ready | NOT_IMAP",
                "HTTP/1.1 400 Bad Request | NOT_IMAP",
                "'' | NOT_IMAP"
            })
    @DisplayName("ends at a greeting that is none")
    void greetings(String greeting, Kind kind) throws Exception {
        try (var server = ScriptedServer.of(with -> with.say(greeting))) {
            assertThat(failure(server::open).kind()).isEqualTo(kind);
            assertThat(server.heard()).noneMatch(command -> command.contains("s3cret"));
        }
    }

    @Test
    @DisplayName("is broken off by a server that hangs up at once, or in the middle")
    void hangsUp() throws Exception {
        try (var server = ScriptedServer.of(ScriptedServer.Dialogue::hangUp, with -> {
            with.say("* OK ready");
            with.hear("CAPABILITY");
            with.hangUp();
        })) {
            assertThat(failure(server::open).kind()).isEqualTo(Kind.BROKEN_OFF);
            assertThat(failure(server::open).kind()).isEqualTo(Kind.BROKEN_OFF);
        }
    }
}
