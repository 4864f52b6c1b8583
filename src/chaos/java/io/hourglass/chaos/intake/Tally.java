package io.hourglass.chaos.intake;

import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What came of the sending, counted. */
public final class Tally {

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> answers = new ConcurrentSkipListMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger deliveries = new AtomicInteger();

    /** @return whether it is the fact's first acknowledgement */
    boolean acknowledge(String fact) {
        deliveries.incrementAndGet();
        return acknowledged.add(fact);
    }

    /** @param what an HTTP status, or that there was none */
    void answered(String what) {
        answers.computeIfAbsent(what, unseen -> new AtomicInteger()).incrementAndGet();
    }

    void wrong(String what) {
        wrong.add(what);
    }

    /** Ids of facts. */
    public Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    public int countAcknowledged() {
        return acknowledged.size();
    }

    /** Acknowledged sendings, those of facts that were acknowledged before included. */
    public int deliveries() {
        return deliveries.get();
    }

    /** By HTTP status, or "no answer". */
    public Map<String, Integer> answers() {
        var counts = new TreeMap<String, Integer>();
        answers.forEach((what, count) -> counts.put(what, count.get()));
        return counts;
    }

    /** Answers that no correct program gives. */
    public Queue<String> wrongAnswers() {
        return wrong;
    }
}
