package io.hourglass.chaos.intake;

import io.hourglass.chaos.plan.Plan;
import io.hourglass.chaos.plan.PlannedCall;
import io.hourglass.chaos.plan.PlannedFact;
import io.hourglass.chaos.stage.Intake;
import io.hourglass.chaos.stage.Nodes;
import io.hourglass.chaos.stage.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Senders side by side. Each takes the delivery that is due first and does not let go of it before it is acknowledged;
 * what happens to an inquiry is sent only after the inquiry's own acknowledgement, what happens in a chat at any time.
 */
public final class Senders implements Intake {

    private static final Duration LOOK_EVERY = Duration.ofMillis(10);
    private static final int SHORT_PAUSE_MILLIS = 250;

    /** A second on average, which is what an overloaded node asks for. */
    private static final int LONG_PAUSE_MILLIS = 2_000;

    private static final Duration MAX_BEHIND = Duration.ofHours(6);

    private final PriorityQueue<Delivery> waiting = new PriorityQueue<>(Delivery.EARLIEST_FIRST);
    private final Map<Thread, Long> underWay = new ConcurrentHashMap<>();
    private final int count;
    private final int longestPause;
    private final Nodes nodes;
    private final Tally tally;
    private final Post post;
    private int inHand;

    public Senders(Plan plan, Nodes nodes, Tally tally) {
        this.count = plan.scale().senders();
        this.longestPause = plan.scale().isSoak() ? LONG_PAUSE_MILLIS : SHORT_PAUSE_MILLIS;
        this.nodes = nodes;
        this.post = new Post(nodes::key);
        this.tally = tally;
        plan.calls().stream().flatMap(Delivery::of).forEach(waiting::add);
    }

    /** Before {@link #begin}, or after all is done. */
    public void add(List<PlannedFact> facts) {
        synchronized (waiting) {
            facts.forEach(this::await);
        }
    }

    /** They end once all is done. */
    public void begin(Supplier<Instant> now) {
        for (var number = 1; number <= count; number++) {
            var sender = new Thread(() -> sendAll(now), "sender-" + number);
            sender.setDaemon(true);
            sender.start();
        }
    }

    public boolean done() {
        synchronized (waiting) {
            return waiting.isEmpty() && inHand == 0;
        }
    }

    @Override
    public boolean isBehind(Instant now) {
        synchronized (waiting) {
            var next = waiting.peek();
            return next != null && next.sendAt().plus(MAX_BEHIND).isBefore(now);
        }
    }

    @Override
    public boolean awaitsAnswerFromBefore(long nanoTime) {
        return underWay.values().stream().anyMatch(begun -> begun - nanoTime < 0);
    }

    private void sendAll(Supplier<Instant> now) {
        while (!done()) {
            due(now.get()).ifPresentOrElse(this::deliver, () -> Pause.of(LOOK_EVERY));
        }
    }

    private Optional<Delivery> due(Instant now) {
        synchronized (waiting) {
            var next = waiting.peek();
            if (next == null || next.sendAt().isAfter(now)) {
                return Optional.empty();
            }
            inHand++;
            return Optional.of(waiting.remove());
        }
    }

    private void deliver(Delivery delivery) {
        var answer = attempt(delivery);
        while (answer.isSentAgain()) {
            Pause.of(Duration.ofMillis(50 + ThreadLocalRandom.current().nextInt(longestPause)));
            answer = attempt(delivery);
        }
        var fresh = answer == Answer.ACKNOWLEDGED ? acknowledged(delivery.call()) : List.<PlannedFact>of();
        synchronized (waiting) {
            fresh.forEach(fact -> fact.then().forEach(this::await));
            inHand--;
        }
    }

    /** Those that were acknowledged for the first time. */
    private List<PlannedFact> acknowledged(PlannedCall call) {
        return call.facts().stream().filter(tally::acknowledge).toList();
    }

    private void await(PlannedFact fact) {
        Delivery.of(PlannedCall.of(fact)).forEach(waiting::add);
    }

    private Answer attempt(Delivery delivery) {
        var node = nodes.any();
        if (node.isEmpty()) {
            return Answer.AGAIN;
        }
        underWay.put(Thread.currentThread(), System.nanoTime());
        try {
            return post.send(node.get().address(), delivery.call(), tally);
        } finally {
            underWay.remove(Thread.currentThread());
        }
    }
}
