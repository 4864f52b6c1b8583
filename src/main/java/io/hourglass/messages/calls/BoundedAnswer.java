package io.hourglass.messages.calls;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Takes the status of an answer and when it may be asked again, and reads its body up to a bound without keeping it. */
final class BoundedAnswer implements AsyncResponseConsumer<Answer> {

    private static final int MAX_BYTES = 64 * 1024;

    private @Nullable FutureCallback<Answer> done;
    private @Nullable Answer answer;
    private long read;

    @Override
    public void consumeResponse(
            HttpResponse response, @Nullable EntityDetails body, HttpContext context, FutureCallback<Answer> callback) {
        var wait = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        answer = Answer.of(response.getCode(), wait == null ? null : wait.getValue());
        done = callback;
        if (body == null) {
            callback.completed(answer);
        }
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // it says nothing of how it ends
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        channel.update(MAX_BYTES);
    }

    @Override
    public void consume(ByteBuffer part) throws LongAnswer {
        read += part.remaining();
        part.position(part.limit());
        if (read > MAX_BYTES) {
            throw new LongAnswer();
        }
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) {
        if (done != null) {
            done.completed(answer);
        }
    }

    @Override
    public void failed(Exception cause) {
        // the caller of the client is told
    }

    @Override
    public void releaseResources() {
        // there are none
    }
}
