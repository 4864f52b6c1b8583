package io.hourglass.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import io.hourglass.batch.meters.BatchMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Concurrent calls")
class BatchExecutorTest {

    private static final int SIZE = 3;
    private static final int WAITING = 4;
    private static final BatchMeters METERS = new BatchMeters(new SimpleMeterRegistry());
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<List<Object>> ran = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final BatchExecutor groups = new BatchExecutor(recordedRun(), new BatchSettings(1, SIZE, WAITING), METERS);

    @AfterEach
    void stop() {
        mayEnd.countDown();
        callers.shutdown();
        groups.destroy();
    }

    @Test
    @DisplayName("that come one at a time wait for nobody: each runs alone, in its caller's thread")
    void lightLoad() {
        mayEnd.countDown();
        assertThat(groups.join(call("a"))).isEqualTo("a");
        assertThat(groups.join(call("b"))).isEqualTo("b");

        assertThat(ran).containsExactly(List.of("a"), List.of("b"));
        assertThat(threads).containsOnly(Thread.currentThread());
    }

    @Test
    @DisplayName("gather while a group runs, and then go together in their order, as many as a group takes")
    void underLoad() throws InterruptedException {
        var first = joinInBackground("first");
        begun.await();
        var waiting = IntStream.range(0, WAITING)
                .mapToObj(number -> joinOrdered("w" + number, number + 1))
                .toList();
        mayEnd.countDown();
        waiting.forEach(CompletableFuture::join);

        assertThat(first.join()).isEqualTo("first");
        assertThat(ran).containsExactly(List.of("first"), List.of("w0", "w1", "w2"), List.of("w3"));
    }

    @Test
    @DisplayName("are turned away at once when as many wait as may wait, and are taken again when there is room")
    void overload() throws InterruptedException {
        var first = joinInBackground("first");
        begun.await();
        var waiting = IntStream.range(0, WAITING)
                .mapToObj(number -> joinOrdered("w" + number, number + 1))
                .toList();

        assertThatThrownBy(() -> groups.join(call("too many")))
                .isInstanceOf(Overloaded.class)
                .hasMessage(WAITING + " calls are waiting already");
        mayEnd.countDown();
        assertThat(first.join()).isEqualTo("first");
        waiting.forEach(CompletableFuture::join);
        assertThat(groups.join(call("again"))).isEqualTo("again");
        assertThat(ran).doesNotContain(List.of("too many"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(classes = {RejectedExecutionException.class, OutOfMemoryError.class})
    @DisplayName("get their answers though no thread is to be had for their group, and none waits for ever")
    void noThread(Class<? extends Throwable> why) throws InterruptedException {
        var none = mock(ExecutorService.class);
        doThrow(why).when(none).execute(any());
        var alone = new BatchExecutor(recordedRun(), new BatchSettings(1, SIZE, WAITING), METERS, none);
        var first = CompletableFuture.supplyAsync(() -> alone.join(call("first")), callers);
        begun.await();
        var waiting = IntStream.range(0, WAITING)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> alone.join(call("w" + number)), callers))
                .toList();
        while (alone.waiting() < WAITING) {
            Thread.onSpinWait();
        }
        mayEnd.countDown();

        assertThat(first).succeedsWithin(PATIENCE);
        assertThat(waiting).allSatisfy(call -> assertThat(call).succeedsWithin(PATIENCE));
        assertThat(alone.join(call("afterwards"))).isEqualTo("afterwards");
    }

    @Test
    @DisplayName("that wait while the program ends get their answers")
    void whileItEnds() throws InterruptedException {
        var first = joinInBackground("first");
        begun.await();
        var waiting = joinOrdered("waiting", 1);
        groups.destroy();
        mayEnd.countDown();

        assertThat(first).succeedsWithin(PATIENCE).isEqualTo("first");
        assertThat(waiting).succeedsWithin(PATIENCE).isEqualTo("waiting");
    }

    private CompletableFuture<Object> joinInBackground(String name) {
        return CompletableFuture.supplyAsync(() -> groups.join(call(name)), callers);
    }

    /** Returns once the call is among so many that wait. */
    private CompletableFuture<Object> joinOrdered(String name, int waiting) {
        var answer = joinInBackground(name);
        while (groups.waiting() < waiting) {
            Thread.onSpinWait();
        }
        return answer;
    }

    private BatchRun recordedRun() {
        var run = mock(BatchRun.class);
        doAnswer(invocation -> {
                    List<Call> group = invocation.getArgument(0);
                    threads.add(Thread.currentThread());
                    ran.add(group.stream().map(Call::argument).toList());
                    begun.countDown();
                    mayEnd.await();
                    group.forEach(call -> call.answer(call.argument()));
                    return true;
                })
                .when(run)
                .run(any());
        return run;
    }

    private static Call call(String name) {
        return new Call(name, () -> name);
    }
}
