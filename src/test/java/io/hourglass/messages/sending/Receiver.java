package io.hourglass.messages.sending;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A peer that gets messages over HTTP, and answers as well or as badly as the test wants it. */
final class Receiver implements AutoCloseable {

    private static final byte[] STALL = new byte[0];

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile Function<Received, byte[]> answers = any -> status(204);

    Receiver() {
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** @param headers by names in small letters */
    record Received(Map<String, String> headers, String body) {

        String id() {
            return headers.getOrDefault("webhook-id", "");
        }
    }

    static byte[] status(int status) {
        return bytes("HTTP/1.1 " + status + " So\r\nContent-Length: 0\r\n\r\n");
    }

    static byte[] busy(int status, String retryAfter) {
        return bytes("HTTP/1.1 " + status + " So\r\nRetry-After: " + retryAfter + "\r\nContent-Length: 0\r\n\r\n");
    }

    static byte[] redirect(String to) {
        return bytes("HTTP/1.1 307 Elsewhere\r\nLocation: " + to + "\r\nContent-Length: 0\r\n\r\n");
    }

    /** It says that more comes than does. */
    static byte[] brokenOff() {
        return bytes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf of it");
    }

    static byte[] withBody(int length) {
        return bytes("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n" + "x".repeat(length));
    }

    static byte[] stall() {
        return STALL;
    }

    void answer(Function<Received, byte[]> how) {
        answers = how;
    }

    void answer(byte[] always) {
        answers = any -> always;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/hooks?of=ours");
    }

    List<Received> received() {
        return received;
    }

    List<String> ids() {
        return received.stream().map(Received::id).toList();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                open.add(socket);
                threads.execute(() -> talk(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            for (var line = line(in); !line.isEmpty(); line = line(in)) {
                var request = request(in);
                received.add(request);
                var answer = answers.apply(request);
                if (answer == STALL) {
                    Thread.sleep(60_000);
                }
                socket.getOutputStream().write(answer);
                socket.getOutputStream().flush();
                if (new String(answer, StandardCharsets.ISO_8859_1).endsWith("half of it")) {
                    socket.setSoLinger(true, 0);
                    return;
                }
            }
        } catch (IOException e) {
            open.remove(socket);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Received request(InputStream in) throws IOException {
        var headers = new TreeMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        var length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Received(headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
