package io.hourglass.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** The packaged program with an empty database and the sample marketplace, until the last test is over. */
final class RunningProgram implements CloseableResource {

    private static final Path OUTPUT = Path.of("target", "browser");
    private static final Pattern STARTED = Pattern.compile("Start page: (http://\\S+)/");

    private final Process process;
    private final String address;

    private RunningProgram(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static RunningProgram start() {
        try {
            var log = Files.createDirectories(OUTPUT).resolve("program.log");
            var process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-Xmx1g",
                            "-jar",
                            "target/hourglass.jar",
                            "--server.port=0",
                            "--spring.datasource.url=jdbc:h2:mem:browser;LOCK_TIMEOUT=10000")
                    .redirectErrorStream(true)
                    .start();
            return new RunningProgram(process, awaitAddress(process, log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads on when the address was found: a program whose output nobody reads comes to a halt. */
    private static String awaitAddress(Process process, Path log) throws IOException {
        var said = process.inputReader();
        var kept = Files.newBufferedWriter(log);
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            kept.write(line + "\n");
            kept.flush();
            var found = STARTED.matcher(line);
            if (found.find()) {
                var rest = new Thread(() -> keep(said, kept), "log of the program");
                rest.setDaemon(true);
                rest.start();
                return found.group(1);
            }
        }
        throw new IllegalStateException("The program did not start; " + log + " says why");
    }

    private static void keep(java.io.BufferedReader said, java.io.BufferedWriter kept) {
        try (said;
                kept) {
            said.transferTo(kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
