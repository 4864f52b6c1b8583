package io.hourglass.batch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A call of a use case, and what its caller gets: an answer or an exception, once the transaction is over. */
final class Call {

    private final Object argument;
    private final Supplier<@Nullable Object> work;
    private final CompletableFuture<@Nullable Object> answer = new CompletableFuture<>();

    Call(Object argument, Supplier<@Nullable Object> work) {
        this.argument = argument;
        this.work = work;
    }

    Object argument() {
        return argument;
    }

    @Nullable
    Object perform() {
        return work.get();
    }

    void answer(@Nullable Object value) {
        answer.complete(value);
    }

    void fail(Throwable cause) {
        answer.completeExceptionally(cause);
    }

    /** Waits for the answer; what the call threw is thrown here. */
    @Nullable
    Object await() {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
