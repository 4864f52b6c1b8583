package io.hourglass.messages.calls;

import io.hourglass.messages.webhooks.Delivery.Failure;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.jspecify.annotations.Nullable;

/** A call that is under way. Its end is told once, or not at all if it was broken off. */
final class Call implements FutureCallback<Answer> {

    private final Consumer<Answer> then;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable Future<?> exchange;

    Call(Consumer<Answer> then) {
        this.then = then;
    }

    void follow(Future<?> begun) {
        exchange = begun;
        if (ended.get()) {
            begun.cancel(true);
        }
    }

    void breakOff() {
        if (ended.compareAndSet(false, true)) {
            var begun = exchange;
            if (begun != null) {
                begun.cancel(true);
            }
        }
    }

    @Override
    public void completed(Answer answer) {
        end(answer);
    }

    @Override
    public void failed(Exception cause) {
        failed((Throwable) cause);
    }

    void failed(@Nullable Throwable cause) {
        end(Answer.none(HttpCalls.failure(cause)));
    }

    @Override
    public void cancelled() {
        end(Answer.none(Failure.CONNECTION));
    }

    private void end(Answer answer) {
        if (ended.compareAndSet(false, true)) {
            then.accept(answer);
        }
    }
}
