package io.hourglass.chaos.file;

import io.hourglass.chaos.node.Node;
import io.hourglass.chaos.stage.Access;
import io.hourglass.chaos.stage.Pause;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A JVM whose database lies, by the program's own defaults, in a folder of its own; at an address that it keeps. */
final class FileNode implements AutoCloseable {

    private static final Duration A_START = Duration.ofMinutes(4);

    private final Path directory;
    private final URI address;
    private final HttpClient http;
    private @Nullable Process process;

    FileNode(Path directory, HttpClient http) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.address = URI.create("http://127.0.0.1:" + freePort());
        this.http = http;
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill, "file-node-closer"));
    }

    URI address() {
        return address;
    }

    /** Returns once it serves. */
    void start() throws IOException {
        process = new ProcessBuilder(command())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("log").toFile()))
                .start();
        if (!Pause.until(this::isServing, A_START)) {
            throw new IllegalStateException("the node does not serve after " + A_START.toSeconds() + " s");
        }
    }

    /** SIGKILL. */
    void kill() {
        var killed = process;
        if (killed != null) {
            killed.destroyForcibly().onExit().join();
        }
    }

    /** Of the file, while no node has it. */
    DataSource database() {
        return new DriverManagerDataSource("jdbc:h2:file:" + data().resolve("hourglass"), "hourglass", "");
    }

    Path data() {
        return directory.resolve("data").toAbsolutePath();
    }

    @Override
    public void close() {
        kill();
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Node.class.getName(),
                "--hourglass.demo=false",
                "--hourglass.access.operations-password=" + Access.PASSWORD,
                "--hourglass.access.requests-per-second=1000000",
                "--server.port=" + address.getPort());
    }

    private boolean isServing() {
        try {
            var request = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
