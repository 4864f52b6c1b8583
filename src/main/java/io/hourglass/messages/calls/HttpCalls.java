package io.hourglass.messages.calls;

import io.hourglass.messages.webhooks.Delivery.Failure;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.nio.entity.AsyncEntityProducers;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Posts messages, without a thread that waits for an answer. Its client is made with the first call. */
@Component
@EnableConfigurationProperties(CallSettings.class)
public class HttpCalls implements DisposableBean {

    private static final TimeValue MOMENT = TimeValue.ofMilliseconds(300);

    private final PinnedAddresses addresses;
    private final CallSettings settings;
    private @Nullable CloseableHttpAsyncClient client;

    public HttpCalls(PinnedAddresses addresses, CallSettings settings) {
        this.addresses = addresses;
        this.settings = settings;
    }

    /**
     * @param type of the body, which is sent in UTF-8
     * @param then is told once what came of it, by another thread
     * @return by which it is broken off; nothing is told then
     */
    public Runnable post(URI url, Map<String, String> headers, String type, String body, Consumer<Answer> then) {
        var call = new Call(then);
        var unused = addresses.pin(url.getHost()).whenComplete((pinned, failed) -> {
            if (failed == null) {
                send(url, headers, type, body, call);
            } else {
                call.failed(failed instanceof CompletionException wrapped ? wrapped.getCause() : failed);
            }
        });
        return call::breakOff;
    }

    private void send(URI url, Map<String, String> headers, String type, String body, Call call) {
        var request = AsyncRequestBuilder.post(url)
                .setEntity(AsyncEntityProducers.create(body, ContentType.create(type, StandardCharsets.UTF_8)));
        headers.forEach(request::setHeader);
        try {
            call.follow(client().execute(request.build(), new BoundedAnswer(), call));
        } catch (RuntimeException e) {
            call.failed(e);
        }
    }

    private synchronized CloseableHttpAsyncClient client() {
        var made = client;
        if (made == null) {
            made = Clients.make(addresses, settings.timeout());
            client = made;
        }
        return made;
    }

    /** What is under way gets a moment to end. */
    @Override
    public synchronized void destroy() throws InterruptedException {
        if (client != null) {
            client.initiateShutdown();
            client.awaitShutdown(MOMENT);
            client.close(CloseMode.IMMEDIATE);
        }
    }

    static Failure failure(@Nullable Throwable cause) {
        if (cause instanceof ForbiddenAddress) {
            return Failure.FORBIDDEN_ADDRESS;
        }
        if (cause instanceof UnknownHostException) {
            return Failure.UNKNOWN_HOST;
        }
        if (cause instanceof LongAnswer) {
            return Failure.LONG_ANSWER;
        }
        return isTimeout(cause) ? Failure.TIMEOUT : Failure.CONNECTION;
    }

    private static boolean isTimeout(@Nullable Throwable cause) {
        return cause instanceof ConnectTimeoutException
                || cause instanceof TimeoutException
                || cause instanceof InterruptedIOException;
    }
}
