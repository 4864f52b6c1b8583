package io.hourglass.portal.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A socket to the server, since no client of ours would send such things. */
record Wire(int port) {

    /** Stand in a text for bytes that are no UTF-8: 0xFF, and the two of an overlong NUL. */
    static final char NO_BYTE = '\uE0FF';

    static final char OVERLONG = '\uE0C0';

    private static final int HEX = 16;
    private static final int WAIT_MILLIS = 20_000;

    /** @param head status line and headers */
    record Answer(int status, String head, String body) {

        boolean isRefused() {
            return status >= 400;
        }

        boolean says(String header) {
            return head.toLowerCase(Locale.ROOT).contains(header);
        }
    }

    /** @param headers whole lines */
    Answer send(String method, String target, List<String> headers, String body) throws IOException {
        var bytes = bytes(body);
        var request = new ByteArrayOutputStream();
        var head = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                + bytes.length + "\r\n"
                + String.join("", headers.stream().map(line -> line + "\r\n").toList()) + "\r\n";
        request.writeBytes(bytes(head));
        request.writeBytes(bytes);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(WAIT_MILLIS);
            socket.getOutputStream().write(request.toByteArray());
            socket.getOutputStream().flush();
            return answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        }
    }

    private static Answer answer(String read) {
        var end = read.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, read, "");
        }
        var head = read.substring(0, end);
        var body = read.substring(end + 4);
        var whole = head.contains("Transfer-Encoding: chunked") ? joined(body) : body;
        var text = new String(whole.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return new Answer(Integer.parseInt(head.split(" ", 3)[1]), head, text);
    }

    private static String joined(String chunks) {
        var body = new StringBuilder();
        for (var at = 0; at < chunks.length(); ) {
            var line = chunks.indexOf("\r\n", at);
            var length = Integer.parseInt(chunks.substring(at, line), HEX);
            body.append(chunks, line + 2, line + 2 + length);
            at = line + 2 + length + 2;
        }
        return body.toString();
    }

    private static byte[] bytes(String text) {
        if (text.indexOf(NO_BYTE) < 0 && text.indexOf(OVERLONG) < 0) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        var bytes = new ByteArrayOutputStream(text.length());
        for (var part : text.split("(?<=[\uE0FF\uE0C0])|(?=[\uE0FF\uE0C0])", -1)) {
            if (part.equals(String.valueOf(NO_BYTE))) {
                bytes.write(0xFF);
            } else if (part.equals(String.valueOf(OVERLONG))) {
                bytes.write(0xC0);
                bytes.write(0x80);
            } else {
                bytes.writeBytes(part.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
