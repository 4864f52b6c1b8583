package io.hourglass.bench.scale;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.bench.contender.Database;
import io.hourglass.bench.measure.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The program, served with a heap of 512 MB, and its callers. */
final class Server implements AutoCloseable {

    private static final String PASSWORD = "a long word of the benchmark 417";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final Process process;
    private final URI address;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** Who calls: operations or an auditor, the supplier or the buyer that has most. */
    enum Who {
        OPERATIONS,
        AUDITOR,
        SUPPLIER,
        BUYER;

        String account() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Server(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static Server start(Database database, Path log) {
        try {
            var port = freePort();
            var process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-Duser.timezone=UTC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ScaleNode.class.getName(),
                            "--server.port=" + port,
                            "--spring.datasource.url=" + database.url(),
                            "--spring.datasource.username=" + database.user(),
                            "--spring.datasource.password=",
                            "--hourglass.demo=false",
                            "--hourglass.ledger.roots-file=",
                            "--hourglass.reconcile-every=P365D", // there are no processes
                            "--hourglass.access.secure-cookies=false",
                            "--hourglass.access.requests-per-second=100000",
                            "--hourglass.access.operations-password=" + PASSWORD,
                            "--hourglass.access.auditor-password=" + PASSWORD))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            var server = new Server(process, URI.create("http://127.0.0.1:" + port));
            Patience.until(server::isReady, () -> "the program does not serve, see " + log);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the program has ended");
        }
        try {
            var request = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"));
            return http.send(request.build(), BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** The accounts of the two that have most. */
    void makeAccounts() {
        for (var who : List.of(Who.SUPPLIER, Who.BUYER)) {
            var body = Map.of("role", who.name(), "party", Preload.LARGEST, "password", PASSWORD);
            require(send(by(Who.OPERATIONS, "/api/accounts/" + who.account())
                    .PUT(HttpRequest.BodyPublishers.ofString(json(body)))));
        }
    }

    /** By which systems send inquiries. */
    String makeKey() {
        var body = Map.of("name", "intake", "scopes", List.of("SUBMIT"));
        var made = send(by(Who.OPERATIONS, "/api/api-keys").POST(HttpRequest.BodyPublishers.ofString(json(body))));
        require(made);
        try {
            return new ObjectMapper().readTree(made.body()).path("secret").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> get(Who who, String path) {
        return send(by(who, path).GET());
    }

    HttpResponse<String> submit(String key, Map<String, String> inquiry) {
        return send(HttpRequest.newBuilder(address.resolve("/api/inquiries"))
                .header("X-API-Key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json(inquiry))));
    }

    private HttpRequest.Builder by(Who who, String path) {
        var basic =
                Base64.getEncoder().encodeToString((who.account() + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Basic " + basic)
                .header("Accept-Language", "en")
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static String json(Object body) {
        try {
            return new ObjectMapper().writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void require(HttpResponse<String> answer) {
        if (answer.statusCode() != OK && answer.statusCode() != CREATED) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", e);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
