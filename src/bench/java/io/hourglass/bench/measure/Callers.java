package io.hourglass.bench.measure;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Threads that call at the same time, each taking the next item as soon as its last call has returned. */
public final class Callers implements AutoCloseable {

    private final int number;
    private final ExecutorService threads;

    public Callers(int number) {
        this.number = number;
        this.threads = Executors.newFixedThreadPool(number);
    }

    /**
     * Whatever a call throws, this throws.
     *
     * @return how long each call took, in nanoseconds
     */
    public <T> long[] call(List<T> items, Consumer<? super T> call) {
        var nanos = new long[items.size()];
        var next = new AtomicInteger();
        var running = IntStream.range(0, Math.min(number, items.size()))
                .mapToObj(caller -> CompletableFuture.runAsync(
                        () -> {
                            for (var item = next.getAndIncrement();
                                    item < nanos.length;
                                    item = next.getAndIncrement()) {
                                var start = System.nanoTime();
                                call.accept(items.get(item));
                                nanos[item] = System.nanoTime() - start;
                            }
                        },
                        threads))
                .toList();
        running.forEach(CompletableFuture::join);
        return nanos;
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
