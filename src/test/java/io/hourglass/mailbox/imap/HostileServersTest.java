package io.hourglass.mailbox.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hourglass.mail.MailReason;
import io.hourglass.mailbox.imap.MailboxFailure.Kind;
import io.hourglass.mailbox.imap.ScriptedServer.Dialogue;
import io.hourglass.mailbox.imap.ScriptedServer.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A mail server that means ill")
class HostileServersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(800);

    private static Kind kind(ThrowingCallable of) {
        return catchThrowableOfType(MailboxFailure.class, of).kind();
    }

    /** What comes of reading a folder whose server goes on so once it is searched. */
    private static Kind kindOfReading(Script then) throws Exception {
        try (var server = serverOfFolder(then);
                var session = server.open()) {
            var folder = session.open("Sent");
            return kind(() -> folder.after(0, 10));
        }
    }

    private static ScriptedServer serverOfFolder(Script then) {
        return ScriptedServer.of(with -> {
            with.letIn("", 3, "UIDVALIDITY 7", "UIDNEXT 4");
            with.hear("UID SEARCH .*");
            then.play(with);
        });
    }

    private static String mail(long uid, String headers) {
        return "* 1 FETCH (UID " + uid + " INTERNALDATE \"01-Nov-2026 10:00:00 +0800\" BODY[HEADER.FIELDS (SUBJECT)] {"
                + headers.length() + "}\r\n" + headers + ")";
    }

    private static void flood(Dialogue with, String what) throws IOException {
        var much = what.repeat(1 + 64_000 / what.length()).getBytes(StandardCharsets.US_ASCII);
        while (true) {
            with.put(much);
        }
    }

    @Test
    @DisplayName("is not believed about numbers: twice, in any order, none, too large, or not asked for")
    void liesAboutNumbers() throws Exception {
        try (var server = serverOfFolder(with -> {
                    with.say("* SEARCH 0 7 7 3 99999999999999999999 4294967296 5 x -1 4294967295 8 (MODSEQ 9)");
                    with.ok();
                    with.answer(
                            "UID FETCH 5,7:8,4294967295 .*",
                            mail(8, "Subject: a\r\n\r\n"),
                            mail(6, "Subject: not asked for\r\n\r\n"),
                            mail(5, "Subject: b\r\n\r\n"),
                            mail(5, "Subject: again\r\n\r\n"),
                            mail(0, "Subject: none\r\n\r\n"),
                            mail(4_294_967_303L, "Subject: too large\r\n\r\n"));
                });
                var session = server.open()) {
            var page = session.open("Sent").after(4, 10);
            assertThat(page.mails())
                    .extracting(mail -> mail.uid() + " " + mail.headers().first("subject"))
                    .containsExactly("5 b", "8 a");
            assertThat(page.missing()).containsExactly(7L, 4_294_967_295L);
        }
    }

    @Test
    @DisplayName("is left when it names a million numbers, in one line or in many")
    void millionNumbers() throws Exception {
        assertThat(kindOfReading(with -> {
                    with.put("* SEARCH");
                    flood(with, " 1234567");
                }))
                .isEqualTo(Kind.TOO_MUCH);
        assertThat(kindOfReading(with -> flood(with, "* SEARCH 1234567\r\n"))).isEqualTo(Kind.TOO_MUCH);
    }

    @Test
    @DisplayName("is left when it has mails far apart, and claims to have many")
    void farApart() throws Exception {
        try (var server = ScriptedServer.of(with -> {
                    with.letIn("", 2_000_000_000, "UIDVALIDITY 7");
                    with.answer("UID SEARCH UID \\*", "* SEARCH 4294967295");
                    for (var window = 0; window < 100; window++) {
                        with.answer("UID SEARCH UID [0-9]+:[0-9]+", "* SEARCH");
                    }
                });
                var session = server.open()) {
            var folder = session.open("Sent");
            assertThat(kind(() -> folder.after(0, 10))).isEqualTo(Kind.TOO_MUCH);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "* OK still here\r\n",
                "* 1 FETCH (FLAGS (\\Seen))\r\n",
                "\r\n",
                "{1}\r\n",
                "(",
                "* 1 EXISTS {131072}\r\n"
            })
    @DisplayName("is left when its answer does not end")
    void endless(String what) throws Exception {
        assertThat(kindOfReading(with -> flood(with, what))).isEqualTo(Kind.TOO_MUCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483647", "4294967295", "9999999999"})
    @DisplayName("takes no memory by announcing how much will come")
    void announced(String length) throws Exception {
        assertThat(kindOfReading(with -> with.say("* 1 FETCH (BODY[HEADER.FIELDS (SUBJECT)] {" + length + "}")))
                .isEqualTo(Kind.TOO_MUCH);
    }

    @Test
    @DisplayName("is left before it says anything, when it floods what greets or signs in")
    void floodsTheDoor() throws Exception {
        try (var server = ScriptedServer.of(
                with -> flood(with, "x"),
                with -> {
                    with.say("* OK ready");
                    with.hear("CAPABILITY");
                    flood(with, "* CAPABILITY IDLE\r\n");
                },
                with -> {
                    with.letIn("");
                    with.hear("LIST .*");
                    flood(with, "* LIST () \"/\" Sent\r\n");
                })) {
            assertThat(kind(server::open)).isEqualTo(Kind.TOO_MUCH);
            assertThat(kind(server::open)).isEqualTo(Kind.TOO_MUCH);
            try (var session = server.open()) {
                assertThat(kind(session::folders)).isEqualTo(Kind.TOO_MUCH);
            }
        }
    }

    @Test
    @DisplayName("gets no further by lines that break off, lead back, or nest")
    void brokenLines() throws Exception {
        try (var server = serverOfFolder(with -> {
                    with.say("* SEARCH 1 2");
                    with.ok();
                    with.answer(
                            "UID FETCH .*",
                            "* 1 FETCH (UID 1 BODY[HEADER.FIELDS (SUBJECT)] {-40}",
                            "* 1 FETCH (UID 1 RFC822.HEADER {-20})",
                            "* 1 FETCH (UID 1 BODY[HEADER.FIELDS (SUBJECT)] {99})",
                            "* 1 FETCH (UID 1 X " + "(".repeat(100_000),
                            "* 1 FETCH (UID 1 BODYSTRUCTURE " + "(".repeat(100_000) + ")".repeat(100_000) + ")",
                            "* 1 FETCH (UID",
                            "* 1 FETCH (UID 1 X \"",
                            "* 1 FETCH (UID 1 {",
                            "* 1 FETCH",
                            "* 99999999999 FETCH (UID 1)",
                            "*",
                            "",
                            "* SEARCH",
                            "+",
                            "+ go on",
                            "NOTATAG OK done",
                            mail(2, "Subject: a\r\n\r\n"));
                });
                var session = server.open()) {
            var page = session.open("Sent").after(0, 10);
            assertThat(page.mails()).extracting(FetchedMail::uid).containsExactly(2L);
            assertThat(page.missing()).containsExactly(1L);
        }
    }

    @Test
    @DisplayName("keeps no mails away by one whose headers are longer than is read of one")
    void longHeaders() throws Exception {
        try (var server = serverOfFolder(with -> {
                    with.say("* SEARCH 1 2");
                    with.ok();
                    with.answer(
                            "UID FETCH .*",
                            mail(1, "Subject: a\r\n" + "X-Mailer: {999999999}\r\n".repeat(100_000) + "\r\n"),
                            mail(2, "Subject: b\r\n\r\n"));
                });
                var session = server.open()) {
            var mails = session.open("Sent").after(0, 10).mails();
            assertThat(mails).hasSize(2);
            assertThat(mails.get(0).headers().refusal()).isEqualTo(MailReason.TOO_LARGE);
            assertThat(mails.get(0).headers().first("subject")).isEqualTo("a");
            assertThat(mails.get(1).headers().refusal()).isNull();
        }
    }

    @Test
    @DisplayName("makes no page longer than is kept of one: it ends, and says that there is more")
    void longPages() throws Exception {
        try (var server = serverOfFolder(with -> {
                    var numbers = new StringBuilder("* SEARCH");
                    for (var uid = 1; uid <= 100; uid++) {
                        numbers.append(' ').append(uid);
                    }
                    with.say(numbers.toString());
                    with.ok();
                    with.hear("UID FETCH 1:25 .*");
                    for (var uid = 1; uid <= 25; uid++) {
                        with.say(mail(uid, "Subject: " + "a".repeat(100_000) + "\r\n\r\n"));
                    }
                    with.ok();
                });
                var session = server.open()) {
            var page = session.open("Sent").after(0, 100);
            assertThat(page.mails()).hasSize(25);
            assertThat(page.through()).isEqualTo(25);
            assertThat(page.more()).isTrue();
        }
    }

    @Test
    @DisplayName("is left when it says nothing: to a connection, to an encryption, to a command")
    void stalls() throws Exception {
        Script silent = Dialogue::hearOut;
        try (var server = ScriptedServer.of(silent)) {
            var client = server.client(SHORT, PATIENCE);
            assertThat(kind(() -> client.open(server.login(Login.Security.PLAIN))))
                    .isEqualTo(Kind.TIMED_OUT);
            assertThat(kind(() -> client.open(server.login(Login.Security.IMPLICIT_TLS))))
                    .isEqualTo(Kind.TIMED_OUT);
        }
        try (var server = ScriptedServer.of(with -> {
            with.say("* OK ready");
            with.hear("CAPABILITY");
        })) {
            var client = server.client(PATIENCE, SHORT);
            assertThat(kind(() -> client.open(server.login()))).isEqualTo(Kind.TIMED_OUT);
        }
    }

    private static void drop(Dialogue with) {
        try {
            with.put("x".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("gains no time by saying a little again and again")
    void trickles() throws Exception {
        var drops = Executors.newSingleThreadScheduledExecutor();
        try (var server = ScriptedServer.of(with -> {
            with.say("* OK ready");
            with.hear("CAPABILITY");
            var unused = drops.scheduleAtFixedRate(() -> drop(with), 0, 20, TimeUnit.MILLISECONDS);
            with.hearOut();
        })) {
            var client = server.client(PATIENCE, SHORT);
            assertThat(kind(() -> client.open(server.login()))).isEqualTo(Kind.TIMED_OUT);
        } finally {
            drops.shutdownNow();
        }
    }
}
