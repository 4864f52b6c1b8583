package io.hourglass.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.access.proofs.LoginThrottle;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:proxy-${random.uuid};DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "hourglass.demo=false",
            "logging.level.io.hourglass.doors=info", // levels are the JVM's, and another program may have set it
            "hourglass.access.operations-password=" + BehindAProxyTest.PASSWORD,
            "hourglass.access.requests-per-second=2",
            "server.forward-headers-strategy=native"
        })
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("Behind a proxy")
class BehindAProxyTest {

    static final String PASSWORD = "an-hourglass-runs";
    private static final int BURST = 8;

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    private int ask(String path, String forwarded, UnaryOperator<HttpRequest.Builder> call) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("X-Forwarded-For", forwarded);
        return client.send(call.apply(request).build(), BodyHandlers.ofString()).statusCode();
    }

    private int signIn(String forwarded, String password) throws Exception {
        var proof = Base64.getEncoder().encodeToString(("operations:" + password).getBytes(StandardCharsets.UTF_8));
        return ask("/api/policy", forwarded, call -> call.header("Authorization", "Basic " + proof));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"10.0.0.5, 10.0.0.6", "192.168.7.1, 192.168.7.2", "fd00::1, fd00:0:0:1::1", "203.0.113.5, 203.0.113.6"})
    @DisplayName("each client has a limit of its own, one in a private range too")
    void ownLimit(String client, String other) throws Exception {
        var last = 0;
        for (var call = 0; call < 3 * BURST && last != 429; call++) {
            last = ask("/badges/none/badge.json", client, call1 -> call1);
        }
        assertThat(last).isEqualTo(429);
        assertThat(ask("/badges/none/badge.json", other, call -> call)).isNotEqualTo(429);
    }

    @Test
    @DisplayName("what a client itself says of its address does not free it from its limit")
    void forged() throws Exception {
        var last = 0;
        for (var call = 0; call < 3 * BURST && last != 429; call++) {
            last = ask("/badges/none/badge.json", "10.9.9." + call + ", 10.0.0.9", call1 -> call1);
        }
        assertThat(last).isEqualTo(429);
    }

    @Test
    @DisplayName("ten guesses of a stranger lock operations out nowhere else, and are in the log without the password")
    void guesses(CapturedOutput output) throws Exception {
        for (var guess = 0; guess < LoginThrottle.FAILURES_OF_A_NAME; guess++) {
            assertThat(signIn("10.0.1.1", "s3cret-guess-" + guess)).isEqualTo(401);
        }
        assertThat(signIn("10.0.1.1", PASSWORD)).isEqualTo(429);
        assertThat(signIn("10.0.1.2", PASSWORD)).isEqualTo(200);
        assertThat(output)
                .contains("event=SIGN_IN_FAILED who=\"operations\" from=10.0.1.1 status=401")
                .contains("event=THROTTLED who=\"-\" from=10.0.1.1 status=429")
                .contains("event=SIGNED_IN who=\"operations\" from=10.0.1.2 status=200")
                .doesNotContain("s3cret-guess")
                .doesNotContain(PASSWORD);
    }

    @Test
    @DisplayName("keys that open nothing are limited by address")
    void keys() throws Exception {
        for (var call = 0; call < LoginThrottle.FAILURES_OF_AN_ADDRESS; call++) {
            assertThat(ask("/api/policy", "10.0.2.1", one -> one.header("X-API-Key", "hg_none_x")))
                    .isEqualTo(401);
        }
        assertThat(ask("/api/policy", "10.0.2.1", one -> one.header("X-API-Key", "none")))
                .isEqualTo(429);
        assertThat(ask("/api/policy", "10.0.2.2", one -> one.header("X-API-Key", "none")))
                .isEqualTo(401);
    }

    @Test
    @DisplayName("addresses that are refused for how they are written count too")
    void ambiguous() throws Exception {
        var last = 0;
        for (var call = 0; call < 3 * BURST && last != 429; call++) {
            last = ask("/%63amunda/api/engine/engine", "10.0.3.1", one -> one);
            assertThat(last).isIn(400, 429);
        }
        assertThat(last).isEqualTo(429);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, /api/policy",
        "POST, /api/inquiries",
        "PUT, /api/suppliers/s1/display",
        "DELETE, /api/accounts/ada",
        "POST, /api/nothing",
        "PATCH, /api/policy",
        "POST, /api/password"
    })
    @DisplayName("a call of nobody known is 401, whatever it asks")
    void nobody(String method, String path) throws Exception {
        assertThat(ask(
                        path,
                        "10.0.4." + (method + path).length(),
                        one -> one.method(method, BodyPublishers.ofString("{}"))))
                .isEqualTo(401);
    }

    @Test
    @DisplayName("no line of the log can be forged, by a message or by an exception")
    void forgedLines(CapturedOutput output) {
        LoggerFactory.getLogger(BehindAProxyTest.class)
                .warn(
                        "id a\n2026-01-01 INFO forged \u001b[31m",
                        new IllegalStateException("b\r\n2026-01-01 INFO forged\u202e"));
        assertThat(output.getOut().lines().filter(line -> line.contains("INFO forged")))
                .hasSize(2)
                .allMatch(line -> line.contains("id a?2026") || line.startsWith("| "))
                .noneMatch(line -> line.contains("\u001b") || line.contains("\u202e"));
    }
}
