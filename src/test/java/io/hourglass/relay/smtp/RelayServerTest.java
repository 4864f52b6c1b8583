package io.hourglass.relay.smtp;

import static io.hourglass.CleanSlate.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.HourglassTest;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.relay.SentMails;
import io.hourglass.relay.addresses.RelayAddresses;
import io.hourglass.relay.mails.RelayedMails;
import io.hourglass.relay.mails.TakeRelayedMail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("Over SMTP a mail")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RelayServerTest {

    private static final InquiryId INQUIRY = new InquiryId("i-1");
    private static final int MOST = 200_000;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private RelayAddresses addresses;

    @Autowired
    private RelayedMails mails;

    @Autowired
    private TakeRelayedMail take;

    private RelayServer server;
    private String address;

    @BeforeEach
    void start() {
        marketplace.inquiry(INQUIRY.value());
        address = addresses.of(INQUIRY).orElseThrow();
        server = new RelayServer(addresses, take, InetAddress.getLoopbackAddress(), 0, MOST);
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private int taken() {
        return mails.numberOf(INQUIRY);
    }

    /** A session, command by command. */
    private final class Session implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader in;

        Session() throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            answer();
            assertThat(send("EHLO mx.market.example")).startsWith("250");
        }

        /** Its last line. */
        private String answer() throws IOException {
            var line = in.readLine();
            while (line != null && line.length() > 3 && line.charAt(3) == '-') {
                line = in.readLine();
            }
            return String.valueOf(line);
        }

        String send(String command) throws IOException {
            write(command + "\r\n");
            return answer();
        }

        void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }

        void to(String... recipients) throws IOException {
            assertThat(send("MAIL FROM:<sam@shop.example>")).startsWith("250");
            for (var recipient : recipients) {
                assertThat(send("RCPT TO:<" + recipient + ">")).startsWith("250");
            }
        }

        String data(byte[] mail) throws IOException {
            assertThat(send("DATA")).startsWith("354");
            write(new String(mail, StandardCharsets.UTF_8) + "\r\n.\r\n");
            return answer();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    @DisplayName("to a relay address is acknowledged once it is taken, and the same again")
    void acknowledged() throws IOException {
        try (var session = new Session()) {
            for (var attempt = 1; attempt <= 2; attempt++) {
                session.to(address.toUpperCase(Locale.ROOT));
                assertThat(session.data(SentMails.reply(START, "1", "38 USD.\n..\n.x")))
                        .isEqualTo("250 2.6.0 Taken");
                assertThat(taken()).isOne();
            }
        }
        assertThat(mails.of(List.of(INQUIRY)).get(0).times().byServer()).isTrue();
    }

    @Test
    @DisplayName("to several inquiries is a reply to each")
    void several() throws IOException {
        var other = marketplace.inquiry("i-2");
        try (var session = new Session()) {
            session.to(address, addresses.of(other).orElseThrow());
            session.data(SentMails.reply(START, "1", "38 USD."));
        }
        assertThat(mails.of(List.of(INQUIRY, other))).hasSize(2);
    }

    @Test
    @DisplayName("to anybody else is refused before it is sent")
    void unknown() throws IOException {
        try (var session = new Session()) {
            assertThat(session.send("MAIL FROM:<>")).startsWith("250");
            for (var to : List.of("nobody@relay.example", "bea@buyer.example", address + ".net", "x")) {
                assertThat(session.send("RCPT TO:<" + to + ">")).startsWith("550 5.1.1");
            }
            assertThat(session.send("DATA")).startsWith("503");
        }
    }

    @Test
    @DisplayName("that is too large is refused, whether it says so or not, and nothing in it is a command")
    void large() throws IOException {
        try (var session = new Session()) {
            assertThat(session.send("MAIL FROM:<sam@shop.example> SIZE=" + (MOST + 1)))
                    .startsWith("552");
            session.to(address);
            var line = "RCPT TO:<x@x>\r\n";
            assertThat(session.data(SentMails.reply(START, "1", line.repeat(MOST / line.length() + 1))))
                    .startsWith("552 5.3.4");
            assertThat(session.answer()).isEqualTo("null");
        }
        assertThat(taken()).isZero();
        try (var session = new Session()) {
            session.to(address);
            assertThat(session.data(SentMails.reply(START, "2", "38 USD."))).startsWith("250");
        }
        assertThat(taken()).isOne();
    }

    @Test
    @DisplayName("that is none is refused for good")
    void none() throws IOException {
        try (var session = new Session()) {
            session.to(address);
            assertThat(session.data("no header at all".getBytes(StandardCharsets.UTF_8)))
                    .startsWith("554 5.6.0");
        }
        assertThat(taken()).isZero();
    }

    @Test
    @DisplayName("has twenty recipients at the most")
    void recipients() throws IOException {
        try (var session = new Session()) {
            session.to(Collections.nCopies(20, address).toArray(String[]::new));
            assertThat(session.send("RCPT TO:<" + address + ">")).startsWith("452");
        }
    }

    @Test
    @DisplayName("that breaks off is none, and a line without an end ends the session")
    void broken() throws IOException {
        try (var session = new Session()) {
            session.to(address);
            session.send("DATA");
            session.write("Subject: half of it\r\n");
        }
        try (var session = new Session()) {
            session.write("NOOP " + "x".repeat(100_000) + "\r\n");
            assertThat(session.answer()).startsWith("5");
        }
        assertThat(taken()).isZero();
    }
}
