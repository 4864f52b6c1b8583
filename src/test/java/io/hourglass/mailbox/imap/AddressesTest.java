package io.hourglass.mailbox.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.mailbox.imap.Login.Secret;
import io.hourglass.mailbox.imap.Login.Security;
import io.hourglass.mailbox.imap.MailboxFailure.Kind;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A mail server that somebody outside names")
class AddressesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static Kind kind(ImapSettings settings, String host, int port) {
        var client = new ImapMailboxes(settings, TestCertificates::trusting);
        var login = new Login(host, port, Security.PLAIN, "user", Secret.password("secret"));
        try {
            return catchThrowableOfType(MailboxFailure.class, () -> client.open(login))
                    .kind();
        } finally {
            client.destroy();
        }
    }

    private static ImapSettings settings(List<String> networks, Set<Integer> ports) {
        return new ImapSettings(networks, ports, true, PATIENCE, PATIENCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST.",
                "127.0.0.1",
                "127.1",
                "2130706433",
                "[::1]",
                "::1",
                "::ffff:127.0.0.1",
                "0.0.0.0",
                "10.0.0.5",
                "172.16.3.4",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "[fe80::1]",
                "[fd00::1]"
            })
    @DisplayName("is not connected to on this machine or its network, however that is written")
    void inside(String host) throws Exception {
        try (var server = ScriptedServer.of(with -> with.say("* OK ready"))) {
            assertThat(kind(settings(List.of(), Set.of(server.port())), host, server.port()))
                    .isEqualTo(Kind.ADDRESS_FORBIDDEN);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    @DisplayName("is connected to on ports of IMAP alone, unless others are allowed")
    void ports() throws Exception {
        try (var server = ScriptedServer.of(with -> with.letIn(""))) {
            var networks = List.of("127.0.0.0/8", "::1/128");
            assertThat(kind(settings(networks, Set.of(143, 993)), "localhost", server.port()))
                    .isEqualTo(Kind.ADDRESS_FORBIDDEN);
            assertThat(server.connections()).isZero();
            server.open().close();
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "mail.nobody.invalid", "a b", "-", "..", "xn--\u0000"})
    @DisplayName("is unknown if there is none of that name")
    void unknown(String host) {
        assertThat(kind(settings(List.of(), Set.of(143)), host, 143)).isEqualTo(Kind.NAME_UNKNOWN);
    }

    @Test
    @DisplayName("is not reached where nobody listens")
    void unreachable() throws Exception {
        int port;
        try (var nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = nobody.getLocalPort();
        }
        assertThat(kind(settings(List.of("127.0.0.0/8", "::1/128"), Set.of(port)), "127.0.0.1", port))
                .isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    @DisplayName("is allowed by networks, and what is none is said with its property")
    void networks() {
        assertThatThrownBy(() -> new ImapMailboxes(settings(List.of("10.0.0.0"), Set.of(143))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("hourglass.mailbox.allowed-networks");
    }
}
