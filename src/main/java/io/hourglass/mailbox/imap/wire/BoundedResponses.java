package io.hourglass.mailbox.imap.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ResponseInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads responses: lines, and the literals that they announce, {@code {12}} at their ends. Of a long literal only the beginning is kept, as if
 * it had been announced so; memory is never taken by what was announced.
 */
final class BoundedResponses extends ResponseInputStream {

    /** A list of 200,000 UIDs is about as long. */
    static final int MAX_RESPONSE = 2 << 20;

    static final int MAX_LITERAL = 128 << 10;

    /** What is dropped counts as well. */
    static final int MAX_BYTES = 32 << 20;

    static final int MAX_RESPONSES = 200_000;

    private static final int MAX_DIGITS = 10;

    private final Buffered bytes;
    private int bytesLeft = MAX_BYTES;
    private int responsesLeft = MAX_RESPONSES;

    BoundedResponses(InputStream bytes) {
        super(InputStream.nullInputStream());
        this.bytes = new Buffered(bytes);
    }

    /** What comes from now on answers another command. */
    void beginCommand() {
        bytesLeft = MAX_BYTES;
        responsesLeft = MAX_RESPONSES;
    }

    /** @throws TooMuch if it is longer than is read of one, or all since the command are */
    @Override
    public ByteArray readResponse(@Nullable ByteArray unused) throws IOException {
        if (responsesLeft-- <= 0) {
            throw new TooMuch("more than " + MAX_RESPONSES + " lines");
        }
        var response = new Response();
        do {
            readLine(response);
        } while (readLiteral(response));
        return response.toByteArrayOfAngus();
    }

    private void readLine(Response to) throws IOException {
        to.beginLine();
        do {
            to.add(next());
        } while (!to.isLineEnded());
    }

    private int next() throws IOException {
        if (bytesLeft-- <= 0) {
            throw new TooMuch("more than " + MAX_BYTES + " bytes");
        }
        var read = bytes.read();
        if (read < 0) {
            throw new EOFException();
        }
        return read;
    }

    private boolean readLiteral(Response to) throws IOException {
        var announced = to.announced();
        if (announced < 0) {
            return false;
        }
        if (announced > bytesLeft) {
            throw new TooMuch("more than " + MAX_BYTES + " bytes");
        }
        var kept = (int) Math.min(announced, MAX_LITERAL);
        to.announce(kept);
        for (long read = 0; read < announced; read++) {
            var one = next();
            if (read < kept) {
                to.add(one);
            }
        }
        return true;
    }

    /** Forgets what was read. */
    void wipe() {
        bytes.wipe();
    }

    /** Of one thread: a lock for each byte would cost more than all else. */
    private static final class Buffered {

        private static final int SIZE = 8 << 10;

        private final InputStream bytes;
        private final byte[] held = new byte[SIZE];
        private int at;
        private int end;

        Buffered(InputStream bytes) {
            this.bytes = bytes;
        }

        /** Negative at the end. */
        int read() throws IOException {
            if (at == end) {
                at = 0;
                end = Math.max(0, bytes.read(held));
            }
            return at == end ? -1 : held[at++] & 0xff;
        }

        void wipe() {
            Arrays.fill(held, (byte) 0);
        }
    }

    /** One that is being read. */
    private static final class Response extends ByteArrayOutputStream {

        private int line;

        void beginLine() {
            line = count;
        }

        void add(int one) throws TooMuch {
            if (count >= MAX_RESPONSE) {
                throw new TooMuch("a line of more than " + MAX_RESPONSE + " bytes");
            }
            write(one);
        }

        boolean isLineEnded() {
            return count >= line + 2 && buf[count - 1] == '\n' && buf[count - 2] == '\r';
        }

        /** How many bytes the line says that follow it; negative if it does not. */
        long announced() {
            var end = count - 3;
            var begin = braceBefore(end);
            return begin < 0
                    ? -1
                    : Long.parseLong(new String(buf, begin + 1, end - begin - 1, StandardCharsets.US_ASCII));
        }

        /** Where the brace is that opens what ends there; negative if that is no number in braces. */
        private int braceBefore(int end) {
            if (end < line || buf[end] != '}') {
                return -1;
            }
            var at = end - 1;
            while (at >= line && end - at <= MAX_DIGITS && buf[at] >= '0' && buf[at] <= '9') {
                at--;
            }
            return at >= line && at < end - 1 && buf[at] == '{' ? at : -1;
        }

        /** As if the line had said so. */
        void announce(int length) {
            count = braceBefore(count - 3);
            writeBytes(("{" + length + "}\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        /** With a byte behind it: its parser looks further than it should. */
        ByteArray toByteArrayOfAngus() {
            return new ByteArray(Arrays.copyOf(buf, count + 1), 0, count);
        }
    }
}
