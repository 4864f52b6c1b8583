package io.hourglass.browser;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.h2.tools.RunScript;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** The packaged program on a database of its own, until it is closed. */
final class RunningProgram implements CloseableResource, AutoCloseable {

    private static final Path OUTPUT = Path.of("target", "browser");
    private static final Path LEFT_BEHIND = Path.of("src", "test", "resources", "released", "0.1.0", "h2.sql.gz");
    private static final Pattern ADDRESS = Pattern.compile("Start page: (http://\\S+)/");
    private static final String STARTED = "Started Hourglass";

    private final Process process;
    private final String address;

    private RunningProgram(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** With the sample marketplace in an empty database. */
    static RunningProgram start() {
        return start("program", "jdbc:h2:mem:browser;LOCK_TIMEOUT=10000", 0);
    }

    /**
     * On the database that release 0.1.0 left behind, in which the close of a day has failed.
     *
     * @param name of its files
     */
    static RunningProgram withAFailedClose(String name) {
        try {
            var folder = Files.createTempDirectory(Files.createDirectories(OUTPUT), name);
            var url = "jdbc:h2:file:" + folder.toAbsolutePath().resolve("hourglass") + ";LOCK_TIMEOUT=10000";
            try (var database = DriverManager.getConnection(url, "hourglass", "");
                    var script = Files.newInputStream(LEFT_BEHIND)) {
                RunScript.execute(database, new InputStreamReader(new GZIPInputStream(script), StandardCharsets.UTF_8));
                database.createStatement().execute("SHUTDOWN"); // the script keeps it open
            }
            return start(name, url, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With the sample marketplace, a mail server of this machine at the one port, and a mail relay at the other. */
    static RunningProgram withMail(int smtpPort, int relayPort) {
        var port = freePort();
        return start(
                "mail",
                "jdbc:h2:mem:mail;LOCK_TIMEOUT=10000",
                port,
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + smtpPort,
                "--hourglass.mail.from=Hourglass <sla@market.example>",
                "--hourglass.relay.domain=relay.example",
                "--hourglass.relay.smtp.port=" + relayPort,
                "--hourglass.public-address=http://127.0.0.1:" + port);
    }

    /** With the sample marketplace, and mailboxes on a mail server of this machine. */
    static RunningProgram withMailboxes(int imapPort) {
        return start(
                "mailboxes",
                "jdbc:h2:mem:mailboxes;LOCK_TIMEOUT=10000",
                0,
                "--hourglass.mailbox.key=" + "A".repeat(43) + "=",
                "--hourglass.mailbox.interval=2s",
                "--hourglass.mailbox.allowed-networks=127.0.0.0/8",
                "--hourglass.mailbox.allowed-ports=" + imapPort,
                "--hourglass.mailbox.plain-imap=true");
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunningProgram start(String name, String url, int port, String... settings) {
        try {
            var log = Files.createDirectories(OUTPUT).resolve(name + ".log");
            var command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-Xmx1g",
                    "-jar",
                    "target/hourglass.jar",
                    "--demo",
                    "--server.port=" + port,
                    "--hourglass.access.requests-per-second=1000", // whoever follows all links is no person
                    "--spring.datasource.url=" + url));
            command.addAll(List.of(settings));
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new RunningProgram(process, awaitAddress(process, log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads on when the address was found: a program whose output nobody reads comes to a halt. */
    private static String awaitAddress(Process process, Path log) throws IOException {
        var said = process.inputReader();
        var kept = Files.newBufferedWriter(log);
        var address = "";
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            kept.write(line + "\n");
            kept.flush();
            var found = ADDRESS.matcher(line);
            address = found.find() ? found.group(1) : address;
            if (line.contains(STARTED)) { // the sample is loaded
                var rest = new Thread(() -> keep(said, kept), "log of the program");
                rest.setDaemon(true);
                rest.start();
                return address;
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
