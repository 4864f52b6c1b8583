package io.hourglass.access.limits;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Instant;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** The body of a request, as long as it comes by an instant; Tomcat answers 408 where it does not. */
final class TimedBody implements InputBuffer {

    private final InputBuffer body;
    private final Clock clock;
    private final Instant latest;

    /** @param latest a read that begins after it fails */
    TimedBody(InputBuffer body, Clock clock, Instant latest) {
        this.body = body;
        this.clock = clock;
        this.latest = latest;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (clock.instant().isAfter(latest)) {
            throw new SocketTimeoutException("the request takes too long to arrive");
        }
        return body.doRead(handler);
    }

    @Override
    public int available() {
        return body.available();
    }
}
