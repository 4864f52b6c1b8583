package io.hourglass.access.limits;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * The body of a request, as long as it comes within a time that passes by the machine, whatever its clock is set to; Tomcat
 * answers 408 where it does not.
 */
final class TimedBody implements InputBuffer {

    private final InputBuffer body;
    private final long begun = System.nanoTime();
    private final long nanos;

    /** @param within a read that begins later fails */
    TimedBody(InputBuffer body, Duration within) {
        this.body = body;
        this.nanos = within.toNanos();
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (System.nanoTime() - begun > nanos) {
            throw new SocketTimeoutException("the request takes too long to arrive");
        }
        return body.doRead(handler);
    }

    @Override
    public int available() {
        return body.available();
    }
}
