package io.hourglass.mailbox.imap;

import io.hourglass.mailbox.imap.Login.Secret;
import io.hourglass.mailbox.imap.Login.Security;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server on this machine that says what a test tells it to, one script for each connection, and keeps what it hears. */
public final class ScriptedServer implements AutoCloseable {

    public static final String USER = "sales@acme.example";
    public static final String PASSWORD = "s3cret-word";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ServerSocket door;
    private final @Nullable String certificate;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Closeable> open = new CopyOnWriteArrayList<>();
    private final Queue<AssertionError> failures = new ConcurrentLinkedQueue<>();
    private final Script[] scripts;
    private final AtomicInteger connections = new AtomicInteger();

    public interface Script {

        void play(Dialogue with) throws IOException;
    }

    private ScriptedServer(@Nullable String certificate, Script... scripts) {
        this.certificate = certificate;
        this.scripts = scripts;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(this::accept);
    }

    public static ScriptedServer of(Script... scripts) {
        return new ScriptedServer(null, scripts);
    }

    /** @param certificate of {@link TestCertificates} */
    static ScriptedServer encrypted(String certificate, Script... scripts) {
        return new ScriptedServer(certificate, scripts);
    }

    private static void run(Runnable work) {
        var thread = new Thread(work, "scripted-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                var socket = door.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                var script = scripts[Math.min(connections.getAndIncrement(), scripts.length - 1)];
                run(() -> play(script, socket));
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    private void play(Script script, Socket socket) {
        try (socket) {
            var dialogue = new Dialogue(socket);
            if (certificate != null) {
                dialogue.encrypt(certificate);
            }
            script.play(dialogue);
            dialogue.hearOut();
        } catch (AssertionError e) {
            failures.add(e);
        } catch (IOException e) {
            // the client went away
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    public int connections() {
        return connections.get();
    }

    /** The commands, without their tags. */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    public Login login(Security security) {
        return new Login("localhost", port(), security, USER, Secret.password(PASSWORD));
    }

    public Login login() {
        return login(certificate == null ? Security.PLAIN : Security.IMPLICIT_TLS);
    }

    public MailboxSession open() throws MailboxFailure {
        return client().open(login());
    }

    /** One that may connect here. */
    public ImapMailboxes client() {
        return client(PATIENCE, PATIENCE);
    }

    public ImapMailboxes client(Duration toConnect, Duration toAnswer) {
        var settings = new ImapSettings(List.of("127.0.0.0/8", "::1/128"), Set.of(port()), true, toConnect, toAnswer);
        var client = new ImapMailboxes(settings, TestCertificates::trusting);
        open.add(client::destroy);
        return client;
    }

    /** @throws AssertionError if it heard what its script does not say */
    @Override
    public void close() throws IOException {
        door.close();
        for (var each : open) {
            each.close();
        }
        var failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
    }

    /** With one client. */
    public final class Dialogue {

        private final Socket socket;
        private InputStream in;
        private OutputStream out;
        private String tag = "";

        Dialogue(Socket socket) throws IOException {
            this.socket = socket;
            in = new BufferedInputStream(socket.getInputStream());
            out = new BufferedOutputStream(socket.getOutputStream());
        }

        public void say(String... lines) throws IOException {
            for (var line : lines) {
                put(line + "\r\n");
            }
            out.flush();
        }

        public void put(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        public void put(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /** A command, which has to be of a form. */
        public String hear(String form) throws IOException {
            var line = line();
            var blank = line.indexOf(' ');
            tag = line.substring(0, Math.max(0, blank));
            var command = line.substring(blank + 1);
            heard.add(command);
            if (!Pattern.compile(form, Pattern.DOTALL).matcher(command).matches()) {
                throw new AssertionError("heard " + command + " in place of " + form);
            }
            return command;
        }

        /** What a command goes on with. */
        public String hearLine() throws IOException {
            var line = line();
            heard.add(line);
            return line;
        }

        /** What is no line. */
        public void hearAByte() throws IOException {
            if (in.read() < 0) {
                throw new IOException("the client went away");
            }
        }

        /** The end of a wait. */
        public void hearDone() throws IOException {
            if (!hearLine().equals("DONE")) {
                throw new AssertionError("the wait goes on");
            }
            ok();
        }

        private String line() throws IOException {
            var line = new ByteArrayOutputStream();
            for (var one = in.read(); one != '\n'; one = in.read()) {
                if (one < 0) {
                    throw new IOException("the client went away");
                }
                line.write(one);
            }
            return line.toString(StandardCharsets.UTF_8).stripTrailing();
        }

        public void end(String how) throws IOException {
            say(tag + " " + how);
        }

        public void ok() throws IOException {
            end("OK done");
        }

        public void answer(String form, String... lines) throws IOException {
            hear(form);
            say(lines);
            ok();
        }

        /** Until the client is in. */
        public void letIn(String capabilities) throws IOException {
            say("* OK ready");
            answer("CAPABILITY", "* CAPABILITY IMAP4rev1 " + capabilities);
            answer("LOGIN .*");
            answer("CAPABILITY", "* CAPABILITY IMAP4rev1 " + capabilities);
            if (List.of(capabilities.split(" ")).contains("ID")) {
                answer("ID \\(.*\\)", "* ID NIL");
            }
        }

        /** Until a folder is open. */
        public void letIn(String capabilities, int exists, String... codes) throws IOException {
            letIn(capabilities);
            var lines = new ArrayList<String>();
            lines.add("* " + exists + " EXISTS");
            for (var code : codes) {
                lines.add("* OK [" + code + "]");
            }
            answer("EXAMINE .*", lines.toArray(String[]::new));
        }

        void encrypt(String with) throws IOException {
            var tls = (SSLSocket) TestCertificates.showing(with).createSocket(socket, null, true);
            tls.setUseClientMode(false);
            tls.startHandshake();
            in = new BufferedInputStream(tls.getInputStream());
            out = new BufferedOutputStream(tls.getOutputStream());
        }

        /** Until the client goes away. */
        public void hearOut() throws IOException {
            while (true) {
                hear(".*");
            }
        }

        public void hangUp() throws IOException {
            socket.close();
        }
    }
}
