package io.hourglass.mailbox.imap.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.messages.calls.AllowedAddresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The name of a mail server")
class ConnectorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What a look-up finds, one after the other. */
    private final Queue<InetAddress[]> found = new ArrayDeque<>();

    private ServerSocket server;
    private Connector connector;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        connector = new Connector(
                name -> found.remove(),
                new AllowedAddresses("test", List.of("127.0.0.0/30")),
                Set.of(server.getLocalPort()),
                () -> (SSLSocketFactory) SSLSocketFactory.getDefault(),
                PATIENCE,
                PATIENCE);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        connector.close();
    }

    private void leadsTo(String... addresses) {
        found.add(Arrays.stream(addresses).map(ConnectorTest::address).toArray(InetAddress[]::new));
    }

    private static InetAddress address(String digits) {
        try {
            return InetAddress.getByName(digits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void connect() throws IOException {
        connector.connect("mail.acme.example", server.getLocalPort(), false).close();
    }

    @Test
    @DisplayName("is looked up once: what was checked is what is connected to, wherever it leads a moment later")
    void pinned() throws IOException {
        leadsTo("127.0.0.1");
        leadsTo("10.0.0.1");
        connect();
        assertThat(found).hasSize(1);
        assertThatThrownBy(this::connect).isInstanceOf(ForbiddenAddress.class);
    }

    @Test
    @DisplayName("leads nowhere if one of its addresses is not allowed")
    void mixed() {
        leadsTo("127.0.0.1", "10.0.0.1");
        assertThatThrownBy(this::connect).isInstanceOf(ForbiddenAddress.class);
        leadsTo("127.0.0.1", "127.0.0.4");
        assertThatThrownBy(this::connect).isInstanceOf(ForbiddenAddress.class);
    }

    @Test
    @DisplayName("leads to the next of its addresses where one does not answer")
    void next() throws IOException {
        leadsTo("127.0.0.2", "127.0.0.3", "127.0.0.1");
        connect();
        leadsTo("127.0.0.2", "127.0.0.3", "127.0.0.2", "127.0.0.1");
        assertThatThrownBy(this::connect).isInstanceOf(IOException.class);
    }
}
