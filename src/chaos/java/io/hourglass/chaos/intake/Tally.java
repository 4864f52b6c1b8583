package io.hourglass.chaos.intake;

import io.hourglass.chaos.plan.PlannedFact;
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
    private final Map<String, AnswerTimes> answers = new ConcurrentSkipListMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger ofChat = new AtomicInteger();
    private final AtomicInteger deliveries = new AtomicInteger();

    /** @return whether it is the fact's first acknowledgement */
    boolean acknowledge(PlannedFact fact) {
        deliveries.incrementAndGet();
        var isFirst = acknowledged.add(fact.id());
        if (isFirst && fact.isOfChat()) {
            ofChat.incrementAndGet();
        }
        return isFirst;
    }

    /**
     * @param what an HTTP status, or that there was none
     * @param begun when it was asked, as {@link System#nanoTime} has it
     */
    void answered(String what, long begun) {
        answers.computeIfAbsent(what, unseen -> new AnswerTimes()).add(System.nanoTime() - begun);
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

    /** Of those. */
    public int countOfChat() {
        return ofChat.get();
    }

    /** Acknowledged sendings, those of facts that were acknowledged before included. */
    public int deliveries() {
        return deliveries.get();
    }

    /** By HTTP status, or "no answer": how many, and how long they took. */
    public Map<String, String> answers() {
        var told = new TreeMap<String, String>();
        answers.forEach((what, times) -> told.put(what, times.inWords()));
        return told;
    }

    /** Answers that no correct program gives. */
    public Queue<String> wrongAnswers() {
        return wrong;
    }
}
