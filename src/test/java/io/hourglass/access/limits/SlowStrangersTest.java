package io.hourglass.access.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:slow-${random.uuid};DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "hourglass.demo=false",
            "hourglass.access.requests-per-second=1000000",
            "hourglass.access.of-an-address.connections=350",
            "hourglass.access.of-an-address.body-within=2s",
            "server.tomcat.connection-timeout=3s"
        })
@DisplayName("With 300 connections of one address that are slow")
class SlowStrangersTest {

    private static final int MANY = 300;
    private static final int SOME = 20; // each answer costs the work of a megabyte, which the limit of requests bounds
    private static final int PATIENCE = (int) Duration.ofSeconds(10).toMillis();
    private static final Duration BATCH_SIZE = Duration.ofSeconds(1);

    private final List<Socket> slow = new ArrayList<>();

    @LocalServerPort
    private int port;

    @BeforeEach
    void twoAddresses() throws IOException {
        try (var socket = new Socket()) {
            assumeTrue(binds(socket), "a machine with one address of its own alone");
        }
    }

    private static boolean binds(Socket socket) {
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.2"), 0));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @AfterEach
    void close() throws IOException {
        for (var socket : slow) {
            socket.close();
        }
    }

    private Socket connect(String from) throws IOException {
        var socket = new Socket();
        socket.setReuseAddress(true);
        socket.setReceiveBufferSize(4096);
        socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.setSoTimeout(PATIENCE);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private void open(int connections, String request) throws IOException {
        for (var number = 0; number < connections; number++) {
            var socket = connect("127.0.0.2");
            slow.add(socket);
            send(socket, request);
        }
    }

    /** The status line of an answer; empty if the connection is closed without one. */
    private static String answer(Socket socket) throws IOException {
        var line = new StringBuilder();
        try {
            for (var read = socket.getInputStream().read(); read >= 0 && read != '\r'; ) {
                line.append((char) read);
                read = socket.getInputStream().read();
            }
        } catch (SocketException e) {
            return "";
        } catch (SocketTimeoutException e) {
            assertThat(line).as("an answer that stops").isEmpty();
        }
        return line.toString();
    }

    /** At best: the machine may have other things to do, and without a limit none is answered at all. */
    private void anotherIsServedAtOnce() throws IOException {
        var best = Duration.ofDays(1);
        for (var time = 0; time < 5 && best.compareTo(BATCH_SIZE) > 0; time++) {
            var began = System.nanoTime();
            try (var other = connect("127.0.0.1")) {
                send(other, "GET /actuator/health/liveness HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
                assertThat(answer(other)).isEqualTo("HTTP/1.1 200 ");
            }
            best = Duration.ofNanos(System.nanoTime() - began);
        }
        assertThat(best).isLessThanOrEqualTo(BATCH_SIZE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/inquiries HTTP/1.1\r\nHost: x\r\nX-API-Key: none\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 900\r\n\r\n{",
                "POST /login HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 900\r\n\r\nu",
                "PUT /login HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 900\r\n\r\nu",
                "POST /alternatives/none HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n384\r\nu",
                "GET /actuator/health HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n{",
                "POST /camunda/api/engine/engine HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n{",
                "GET /login HTTP/1.1\r\nHost: x\r\nX-Slow: "
            })
    @DisplayName("in their bodies or headers, another address is served within a second")
    void slowSenders(String request) throws Exception {
        open(MANY, request);
        anotherIsServedAtOnce();
    }

    @Test
    @DisplayName("in taking what they asked for, another address is served within a second")
    void slowReaders() throws Exception {
        var large = "GET /webjars/echarts/6.0.0/dist/echarts.js HTTP/1.1\r\nHost: x\r\n\r\n";
        open(SOME, large.repeat(4));
        anotherIsServedAtOnce();
    }

    @Test
    @DisplayName("a body that never ends is given up, 408, however steadily it comes")
    void endlessBody() throws Exception {
        open(
                1,
                String.join(
                        "\r\n",
                        "POST /login HTTP/1.1",
                        "Host: x",
                        "Content-Type: application/x-www-form-urlencoded",
                        "Content-Length: 900",
                        "\r\n"));
        var socket = slow.get(0);
        socket.setSoTimeout(100);
        var status = "";
        for (var sent = 0; sent < 80 && status.isEmpty(); sent++) {
            send(socket, "u");
            status = answer(socket);
        }
        assertThat(status).isEqualTo("HTTP/1.1 408 ");
    }

    @Test
    @DisplayName("and 50 more than it may have, these are closed and another address is served")
    void connections() throws Exception {
        open(350, "");
        try (var further = connect("127.0.0.2")) {
            assertThat(answer(further)).isEmpty();
        }
        anotherIsServedAtOnce();
        slow.remove(0).close();
    }
}
