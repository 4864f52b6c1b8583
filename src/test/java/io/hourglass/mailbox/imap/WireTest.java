package io.hourglass.mailbox.imap;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.hourglass.mail.Classifier;
import io.hourglass.mail.MailClass;
import io.hourglass.mailbox.imap.Login.Secret;
import io.hourglass.mailbox.imap.Login.Security;
import io.hourglass.mailbox.imap.folders.RemoteFolder;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("On the wire between this program and a mailbox")
class WireTest {

    private static final String ALLOWED =
            "CAPABILITY|LOGIN .*|ID \\(.*|LIST \"\" \"\\*\".*|EXAMINE .*|NOOP|IDLE|DONE|LOGOUT"
                    + "|UID SEARCH (?:UID [0-9]+:(?:[0-9]+|\\*)|SINCE [0-9A-Za-z-]+)"
                    + "|UID FETCH [0-9:,]+ \\(UID INTERNALDATE BODY\\.PEEK\\[HEADER\\.FIELDS \\([A-Za-z -]+\\)]\\)";

    private static final String MAIL =
            """
            Message-ID: <q%1$d@acme.example>
            Date: Sun, 01 Nov 2026 10:00:00 +0800
            From: Sales <sales@acme.example>
            To: buyer@shop.example
            Subject: =?UTF-8?B?5Zue5aSNOiDpkrvlpLQ=?=
            In-Reply-To: <inquiry-%1$d@market.example>
            X-Secret: marked-header
            Content-Type: text/plain

            marked-body
            """
                    .replace("\n", "\r\n");

    private static final ServerSetup SETUP = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
    private static final GreenMail MAILBOXES = new GreenMail(SETUP);
    private static GreenMailUser sales;

    @BeforeAll
    static void start() {
        MAILBOXES.start();
        sales = MAILBOXES.setUser("sales@acme.example", "sales", "s3cret-word");
    }

    @AfterAll
    static void stop() {
        MAILBOXES.stop();
    }

    private static MimeMessage mail(int number) throws MessagingException {
        var bytes = MAIL.formatted(number).getBytes(StandardCharsets.UTF_8);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    /** Between the two, and keeps what each says. */
    private static final class Tap implements AutoCloseable {

        private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final ByteArrayOutputStream asked = new ByteArrayOutputStream();
        private final ByteArrayOutputStream answered = new ByteArrayOutputStream();

        Tap(int port) throws IOException {
            run(() -> {
                try (var client = door.accept();
                        var server = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    run(() -> copy(server.getInputStream(), client.getOutputStream(), answered));
                    copy(client.getInputStream(), server.getOutputStream(), asked);
                }
            });
        }

        private interface Work {

            void run() throws IOException;
        }

        private static void run(Work work) {
            var thread = new Thread(() -> {
                try {
                    work.run();
                } catch (IOException e) {
                    // one of them went away
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        private static void copy(InputStream from, OutputStream to, OutputStream kept) throws IOException {
            var bytes = new byte[8_192];
            for (var read = from.read(bytes); read >= 0; read = from.read(bytes)) {
                kept.write(bytes, 0, read);
                to.write(bytes, 0, read);
                to.flush();
            }
        }

        List<String> commands() {
            return asked.toString(StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.equals("DONE") ? line : line.substring(line.indexOf(' ') + 1))
                    .toList();
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }

    @Test
    @DisplayName("there is a fixed list of headers, no word of a body, and nothing that changes what is there")
    void nothingElse() throws Exception {
        var inbox = MAILBOXES.getManagers().getImapHostManager().getInbox(sales);
        for (var number = 1; number <= 30; number++) {
            inbox.appendMessage(mail(number), new Flags(), Date.from(Instant.parse("2026-11-01T02:00:00Z")));
        }
        try (var tap = new Tap(MAILBOXES.getImap().getPort())) {
            var settings = new ImapSettings(
                    List.of("127.0.0.0/8"),
                    Set.of(tap.door.getLocalPort()),
                    true,
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(20));
            var client = new ImapMailboxes(settings, TestCertificates::trusting);
            var login = new Login(
                    "127.0.0.1", tap.door.getLocalPort(), Security.PLAIN, "sales", Secret.password("s3cret-word"));
            try (var session = client.open(login)) {
                assertThat(session.folders()).extracting(RemoteFolder::name).contains("INBOX");
                var folder = session.open(RemoteFolder.INBOX);
                assertThat(folder.status().exists()).isEqualTo(30);
                assertThat(folder.before(LocalDate.of(2026, 11, 1))).isZero();
                assertThat(folder.before(LocalDate.of(2026, 11, 3))).isEqualTo(30);
                assertThat(folder.poll()).isFalse();
                var page = folder.after(0, 28);
                assertThat(page.mails()).hasSize(28);
                assertThat(page.missing()).isEmpty();
                var rest = folder.after(page.through(), 28);
                assertThat(rest.mails()).extracting(FetchedMail::uid).containsExactly(29L, 30L);
                var mail = rest.mails().get(1);
                assertThat(mail.arrivedAt()).isEqualTo("2026-11-01T02:00:00Z");
                assertThat(mail.headers().first("subject")).isEqualTo("回复: 钻头");
                assertThat(mail.headers().ids("in-reply-to")).containsExactly("inquiry-30@market.example");
                assertThat(Classifier.of(mail.headers()).mailClass()).isEqualTo(MailClass.PERSON);
                if (session.canIdle()) {
                    assertThat(folder.idle(Duration.ofMillis(50))).isFalse();
                    inbox.appendMessage(mail(31), new Flags(), Date.from(Instant.EPOCH));
                    assertThat(folder.idle(Duration.ofSeconds(20))).isTrue();
                }
            }
            client.destroy();
            assertThat(tap.commands()).isNotEmpty().allMatch(command -> command.matches(ALLOWED));
            assertThat(tap.answered.toString(StandardCharsets.UTF_8))
                    .contains("inquiry-30@market.example")
                    .doesNotContain("marked-body", "marked-header", "X-Secret");
            assertThat(inbox.getMessages())
                    .noneMatch(message -> message.getFlags().contains(Flags.Flag.SEEN));
        }
    }
}
