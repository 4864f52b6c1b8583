package io.hourglass.mailbox.imap.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ProtocolException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Protocol;
import org.eclipse.angus.mail.iap.ResponseInputStream;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;

/**
 * Commands and responses over a pair of streams. What the library can log of them, secrets and headers of private mails among it, it never
 * does here, at whatever level.
 */
final class Wire extends Protocol {

    private final PrintStream out;
    private final BoundedResponses responses;

    Wire(InputStream in, OutputStream out) throws IOException {
        this(in, new PrintStream(out, false, StandardCharsets.US_ASCII));
    }

    private Wire(InputStream in, PrintStream out) throws IOException {
        super(InputStream.nullInputStream(), out, new Properties(), false);
        this.out = out;
        this.responses = new BoundedResponses(in);
        if (isTracing()) {
            suspendTracing();
        }
    }

    @Override
    protected ResponseInputStream getInputStream() {
        return responses;
    }

    /** @return its tag */
    String send(String command, @Nullable Argument args) throws IOException {
        responses.beginCommand();
        try {
            var tag = writeCommand(command, args);
            check();
            return tag;
        } catch (org.eclipse.angus.mail.iap.ProtocolException e) {
            throw broken("a literal was refused");
        }
    }

    /** What a command goes on with: no tag stands before it. */
    synchronized void sendLine(String line) throws IOException {
        getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        getOutputStream().flush();
        check();
    }

    /** A print stream says no more of what went wrong. */
    private void check() throws IOException {
        if (out.checkError()) {
            throw new SocketException("it takes nothing more");
        }
    }

    IMAPResponse next() throws IOException {
        try {
            return new IMAPResponse(this);
        } catch (org.eclipse.angus.mail.iap.ProtocolException | RuntimeException e) {
            throw broken("a response that cannot be read");
        }
    }

    @Override
    public IMAPResponse readResponse() throws IOException {
        return next();
    }

    /** Leaves nothing that was read behind: the library's finalizer keeps all of this for a while. */
    void wipe() {
        responses.wipe();
    }

    static ProtocolException broken(String how) {
        return new ProtocolException(how);
    }
}
