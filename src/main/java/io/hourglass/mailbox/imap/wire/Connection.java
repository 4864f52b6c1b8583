package io.hourglass.mailbox.imap.wire;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a mail server. Each command ends within a time, or everything ends. It fails with {@link java.net.SocketTimeoutException},
 * {@link TooMuch}, {@link Bye}, {@link ProtocolException} where IMAP's rules are broken, or what the machine says.
 */
public final class Connection implements AutoCloseable {

    private final Connector by;
    private final String host;
    private final Socket raw;
    private Socket socket;
    private Wire wire;
    private volatile boolean broken;

    /** @param socket the same as the raw one, or TLS over it */
    Connection(Connector by, String host, Socket raw, Socket socket) throws IOException {
        this.by = by;
        this.host = host;
        this.raw = raw;
        this.socket = socket;
        this.wire = new Wire(socket.getInputStream(), socket.getOutputStream());
    }

    private interface Step<T> {

        T take() throws IOException;
    }

    private <T> T within(Duration time, Step<T> step) throws IOException {
        try (var deadline = new Deadline(by.alarms(), time, raw)) {
            try {
                return step.take();
            } catch (IOException e) {
                broken = true;
                throw deadline.why(e);
            } catch (RuntimeException e) {
                broken = true;
                throw e;
            }
        }
    }

    /** What it says first. */
    public IMAPResponse greeting() throws IOException {
        return within(by.connectTimeout(), () -> {
            var first = wire.next();
            throwIfBye(first);
            return first;
        });
    }

    /**
     * Encrypts what follows, once the server agreed to it. What it, or somebody in between, sent before is thrown away.
     *
     * @throws javax.net.ssl.SSLException if it is not the host that was asked for, or does not speak TLS
     */
    public void encrypt() throws IOException {
        var before = wire;
        broken = true;
        socket = by.encrypted(raw, host);
        wire = new Wire(socket.getInputStream(), socket.getOutputStream());
        broken = false;
        before.wipe();
    }

    /** @return how it ended: OK, NO or BAD */
    public IMAPResponse command(String command, @Nullable Argument args, Heed heed) throws IOException {
        return within(by.commandTimeout(), () -> end(wire.send(command, args), heed));
    }

    /**
     * A command that the server asks to go on with: AUTHENTICATE.
     *
     * @param lines what to answer, one by one, and then empty lines
     */
    public IMAPResponse command(String command, String... lines) throws IOException {
        return within(by.commandTimeout(), () -> {
            var tag = wire.send(command, null);
            var said = new int[1];
            return end(tag, response -> {
                if (response.isContinuation()) {
                    wire.sendLine(said[0] < lines.length ? lines[said[0]] : "");
                    said[0]++;
                }
            });
        });
    }

    /**
     * Waits for news (RFC 2177).
     *
     * @param heed what comes meanwhile
     * @param isEnough asked after each
     */
    public IMAPResponse idle(Duration longest, Heed heed, BooleanSupplier isEnough) throws IOException {
        return within(longest.plus(by.commandTimeout()), () -> {
            var tag = wire.send("IDLE", null);
            var done = new AtomicBoolean();
            var alarm = by.alarms()
                    .schedule(
                            () -> by.threads().execute(() -> sayDone(done)), longest.toMillis(), TimeUnit.MILLISECONDS);
            try {
                return endOfIdle(tag, done, heed, isEnough);
            } finally {
                alarm.cancel(false);
                done.set(true);
            }
        });
    }

    /** Once there is enough the server has as long for its answer as for any. */
    private IMAPResponse endOfIdle(String tag, AtomicBoolean done, Heed heed, BooleanSupplier isEnough)
            throws IOException {
        while (true) {
            var response = wire.next();
            if (isEndOf(tag, response)) {
                return ended(response);
            }
            throwIfBye(response);
            heed.take(response);
            if (isEnough.getAsBoolean()) {
                sayDone(done);
                return within(by.commandTimeout(), () -> end(tag, heed));
            }
        }
    }

    private static boolean isEndOf(String tag, IMAPResponse response) {
        return response.isTagged() && tag.equals(response.getTag());
    }

    /** Said once. If it cannot be, the answer does not come either. */
    private void sayDone(AtomicBoolean done) {
        if (done.compareAndSet(false, true)) {
            try {
                wire.sendLine("DONE");
            } catch (IOException e) {
                broken = true;
            }
        }
    }

    private IMAPResponse end(String tag, Heed heed) throws IOException {
        while (true) {
            var response = wire.next();
            if (isEndOf(tag, response)) {
                return ended(response);
            }
            throwIfBye(response);
            heed.take(response);
        }
    }

    private static IMAPResponse ended(IMAPResponse response) throws IOException {
        if (!response.isOK() && !response.isNO() && !response.isBAD()) {
            throw Wire.broken("a command ended neither well nor badly");
        }
        return response;
    }

    private static void throwIfBye(IMAPResponse response) throws Bye {
        if (response.isUnTagged() && response.isBYE()) {
            throw new Bye(ServerWords.of(response));
        }
    }

    /** Takes leave where that makes sense; never fails, and does not wait for an answer. Any thread may do it. */
    @Override
    public void close() {
        var deadline = new Deadline(by.alarms(), by.connectTimeout(), raw);
        try {
            if (!broken) {
                broken = true;
                wire.send("LOGOUT", null);
            }
            socket.close();
        } catch (IOException e) {
            deadline.pass();
        } finally {
            deadline.close();
            wire.wipe();
        }
    }
}
