package io.hourglass;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Real threads that begin at the same moment. Whatever one of them throws, the test throws. */
public final class Rivals {

    private static final long MILLISECOND = 1_000_000;

    private Rivals() {}

    /** In even rounds the first has a head start, in odd rounds the second; it grows by a millisecond with each pair. */
    public static void race(int round, Runnable first, Runnable second) {
        long headStart = round / 2 * MILLISECOND;
        atOnce(List.of(after(round % 2 == 0 ? 0 : headStart, first), after(round % 2 == 0 ? headStart : 0, second)));
    }

    /** What each of them got, in the order of their numbers, which begin at 0. */
    public static <T> List<T> crowd(int size, IntFunction<T> act) {
        return atOnce(IntStream.range(0, size)
                .<Supplier<T>>mapToObj(number -> () -> act.apply(number))
                .toList());
    }

    private static Supplier<Boolean> after(long nanos, Runnable act) {
        return () -> {
            for (long start = System.nanoTime(); System.nanoTime() - start < nanos; ) {
                Thread.onSpinWait();
            }
            act.run();
            return true;
        };
    }

    private static <T> List<T> atOnce(List<Supplier<T>> acts) {
        var start = new CyclicBarrier(acts.size());
        var threads = Executors.newFixedThreadPool(acts.size());
        try {
            var running = acts.stream()
                    .map(act -> CompletableFuture.supplyAsync(
                            () -> {
                                await(start);
                                return act.get();
                            },
                            threads))
                    .toList();
            return running.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException("the race did not start", e);
        }
    }
}
