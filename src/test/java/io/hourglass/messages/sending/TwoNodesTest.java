package io.hourglass.messages.sending;

import static io.hourglass.messages.sending.Node.KIND;
import static io.hourglass.messages.sending.Node.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.OwnTables;
import io.hourglass.messages.outbox.HandOn;
import io.hourglass.messages.outbox.WantedKinds;
import io.hourglass.messages.sending.Receiver.Received;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** By the machine's time: {@code -Dmessages=10000} for a long run. */
@DisplayName("Two nodes that send to three webhooks, of which one fails each third call and one hangs")
class TwoNodesTest {

    private static final int MESSAGES = Integer.getInteger("messages", 400);
    private static final int CASES = Math.max(1, MESSAGES / 10);
    private static final Pattern NUMBER = Pattern.compile("\"number\":(\\d+)");
    private static final Pattern CASE = Pattern.compile("\"subject\":\"([^\"]+)\"");
    private static final Pattern TIME = Pattern.compile("\"time\":\"([^\"]+)\"");
    private static final String LOOPBACK = "127.0.0.0/8";

    /** As fast as the machine's, and at times a step ahead. */
    private static final class SteppingClock extends Clock {

        private final long start = System.nanoTime();
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return OwnTables.NOON
                    .plusNanos(System.nanoTime() - start)
                    .plus(ahead)
                    .truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        void forward(Duration by) {
            ahead = ahead.plus(by);
        }
    }

    private final SteppingClock clock = new SteppingClock();

    @Test
    @DisplayName(
            "lose none on PostgreSQL, send none of a case before its elder, and let the hanging one delay no other")
    void load() throws InterruptedException {
        var tables = OwnTables.onPostgres();
        try (var one = new Node(tables, clock, LOOPBACK);
                var two = new Node(tables, clock, LOOPBACK);
                var sound = new Receiver();
                var failing = new Receiver();
                var hanging = new Receiver()) {
            var calls = new AtomicInteger();
            failing.answer(any -> Receiver.status(calls.incrementAndGet() % 3 == 0 ? 500 : 204));
            hanging.answer(Receiver.stall());
            var late = new ConcurrentHashMap<String, Long>();
            sound.answer(sent -> {
                late.merge(sent.id(), waited(sent), Math::min);
                return Receiver.status(204);
            });
            for (var receiver : List.of(sound, failing, hanging)) {
                one.webhook(receiver.url(), KIND);
            }
            two.bean(WantedKinds.class).refresh();
            var stopping = new AtomicBoolean();
            var failures = new ConcurrentLinkedQueue<RuntimeException>();
            var threads = List.of(
                    new Thread(() -> run(one, stopping, failures)),
                    new Thread(() -> run(two, stopping, failures)),
                    new Thread(() -> raise(tables, one)));
            threads.forEach(Thread::start);
            until(() -> distinct(sound) == MESSAGES, 300_000);
            until(
                    () -> {
                        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                        clock.forward(Duration.ofMinutes(1)); // so that what failed is soon tried again
                        return distinct(failing) == MESSAGES && isDone(tables);
                    },
                    300_000);
            stopping.set(true);
            for (var thread : threads) {
                thread.join();
            }
            assertThat(failures).allMatch(TwoNodesTest::isWaitForALock);
            assertThat(firsts(sound)).isEqualTo(inOrder());
            assertThat(firsts(failing)).isEqualTo(inOrder());
            assertThat(hanging.received()).isNotEmpty();
            System.out.printf(
                    "%d messages: the sound one got each at most %d ms after it was raised%n",
                    MESSAGES,
                    late.values().stream().mapToLong(Long::longValue).max().orElseThrow());
            assertThat(late.values())
                    .allMatch(millis ->
                            millis < 5_000); // a third of what a call of the hanging one lasts; alone below one second
        }
    }

    /** Milliseconds of the machine. */
    private long waited(Received sent) {
        return Duration.between(Instant.parse(found(TIME, sent)), clock.instant())
                .toMillis();
    }

    private static void run(Node node, AtomicBoolean stopping, Collection<RuntimeException> failures) {
        while (!stopping.get()) {
            try {
                node.bean(HandOn.class).handOn();
                node.bean(SendDue.class).send();
                node.bean(SendDue.class).awaitNews(100);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
    }

    /** Of these tables alone a wait of more than 300 ms is broken off; what was to be written is written in the next round. */
    private static boolean isWaitForALock(RuntimeException failure) {
        return String.valueOf(failure.getMessage()).contains("lock timeout");
    }

    /** Two hundred a second. */
    private static void raise(OwnTables tables, Node node) {
        for (var from = 0; from < MESSAGES; from += 20) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            var some = IntStream.range(from, Math.min(MESSAGES, from + 20));
            tables.inTransaction(() -> {
                some.forEach(number -> node.raiseOf("i-" + number % CASES, number));
                return some;
            });
        }
    }

    private static boolean isDone(OwnTables tables) {
        return tables.jdbc()
                        .sql("select count(*) from hourglass.delivery where state = 'DELIVERED'")
                        .query(Integer.class)
                        .single()
                == 2 * MESSAGES;
    }

    private static long distinct(Receiver receiver) {
        return receiver.received().stream().map(Received::id).distinct().count();
    }

    /** Of each case the numbers in the order in which each came for the first time. */
    private static Map<String, List<Integer>> firsts(Receiver receiver) {
        var numbers = new HashMap<String, List<Integer>>();
        for (var sent : receiver.received()) {
            var of = numbers.computeIfAbsent(found(CASE, sent), any -> new ArrayList<>());
            var number = Integer.valueOf(found(NUMBER, sent));
            if (!of.contains(number)) {
                of.add(number);
            }
        }
        return numbers;
    }

    private static Map<String, List<Integer>> inOrder() {
        var numbers = new HashMap<String, List<Integer>>();
        IntStream.range(0, MESSAGES)
                .forEach(number -> numbers.computeIfAbsent("i-" + number % CASES, any -> new ArrayList<>())
                        .add(number));
        return numbers;
    }

    private static String found(Pattern pattern, Received sent) {
        var found = pattern.matcher(sent.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
