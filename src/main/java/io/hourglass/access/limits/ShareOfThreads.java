package io.hourglass.access.limits;

import io.hourglass.access.pages.PageWanted;
import io.hourglass.access.pages.PlainPage;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Holds each address to its share of the threads: a request keeps one from its headers until its answer has been taken
 * and the rest of its body has come, or has taken too long. Beyond the share a request is refused, and its connection
 * closed, before anything more is read of it.
 */
final class ShareOfThreads extends ValveBase {

    private static final int TOO_MANY = 429;
    private static final long MAX_READ_FOR_NOTHING = 1 << 20;
    private static final byte[] PROBLEM =
            """
            {"type":"about:blank","title":"Too many requests","status":429,\
            "detail":"Too many requests of this address are under way. Nothing has been changed; try again in 1 s."}"""
                    .getBytes(StandardCharsets.UTF_8);

    private final PerAddress limits;
    private final Throttled log;
    private final Map<ClientAddress, Integer> underWay = new ConcurrentHashMap<>();

    ShareOfThreads(PerAddress limits, Throttled log) {
        super(true);
        this.limits = limits;
        this.log = log;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var address = ClientAddress.of(request.getRemoteAddr());
        try {
            if (underWay.merge(address, 1, Integer::sum) > limits.requestsAtOnce()) {
                log.throttled(address);
                refuse(request, response);
            } else {
                answer(request, response);
            }
        } finally {
            underWay.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
        }
    }

    private static void refuse(Request request, Response response) throws IOException {
        response.setStatus(TOO_MANY);
        response.setHeader("Retry-After", "1");
        response.setHeader("Connection", "close");
        if (PageWanted.by(request)) {
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream()
                    .write(PlainPage.saying(request, "TOO_MANY", 1).getBytes(StandardCharsets.UTF_8));
        } else {
            response.setContentType("application/problem+json");
            response.getOutputStream().write(PROBLEM);
        }
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    private void answer(Request request, Response response) throws IOException, ServletException {
        var sent = request.getCoyoteRequest();
        var body = sent.getInputBuffer();
        sent.setInputBuffer(new TimedBody(body, limits.bodyWithin()));
        try {
            getNext().invoke(request, response);
            if (!request.isAsync()) {
                response.finishResponse();
                readTheRest(sent);
            }
        } finally {
            sent.setInputBuffer(body);
        }
    }

    /** So that the connection can be used again; Tomcat itself would wait for ever for what comes a byte at a time. */
    private static void readTheRest(org.apache.coyote.Request sent) {
        if (sent.hasExpectation() || sent.isExceptionPresent()) {
            return; // Tomcat closes the connection
        }
        try {
            var rest = new Rest();
            for (var read = 0L; read <= MAX_READ_FOR_NOTHING; ) {
                var more = sent.doRead(rest);
                if (more < 0) {
                    return;
                }
                read += more;
            }
            close(sent, new IOException("too much is left of a request"));
        } catch (IOException e) {
            close(sent, e);
        }
    }

    /** What is read for nothing; where the next request has come with it, Tomcat cuts that off here and keeps it. */
    private static final class Rest implements ApplicationBufferHandler {

        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {}
    }

    private static void close(org.apache.coyote.Request sent, IOException why) {
        sent.action(ActionCode.CLOSE_NOW, why);
    }
}
