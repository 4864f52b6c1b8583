package io.hourglass.chaos.plan;

import static java.util.Comparator.comparing;

import io.hourglass.chat.judging.ChatFactKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which messages go together in a call: some of those that would be sent at about the same time, in no order. */
final class Batches {

    private static final double BATCHED = 0.4;
    private static final int MOST = 40;
    private static final Duration AT_MOST_APART = Duration.ofHours(4);
    private static final Set<ChatFactKind> MESSAGES = Set.of(ChatFactKind.ASKED, ChatFactKind.WROTE);

    private final Chance chance;
    private final List<PlannedCall> calls = new ArrayList<>();
    private List<PlannedFact> batch = new ArrayList<>();
    private int size;

    private Batches(Chance chance) {
        this.chance = chance;
        this.size = newSize();
    }

    static List<PlannedCall> of(List<PlannedFact> facts, Chance chance) {
        var batches = new Batches(chance);
        facts.stream().sorted(comparing(PlannedFact::sendAt)).forEach(batches::take);
        batches.send();
        return List.copyOf(batches.calls);
    }

    private void take(PlannedFact fact) {
        if (!MESSAGES.contains(fact.kind()) || !chance.of(BATCHED)) {
            calls.add(PlannedCall.of(fact));
            return;
        }
        if (batch.size() == size || isLate(fact.sendAt())) {
            send();
        }
        batch.add(fact);
    }

    private boolean isLate(Instant sendAt) {
        return !batch.isEmpty() && sendAt.isAfter(batch.get(0).sendAt().plus(AT_MOST_APART));
    }

    /** What is to be sent twice is sent by itself the second time. */
    private void send() {
        if (batch.isEmpty()) {
            return;
        }
        var sendAt = batch.get(batch.size() - 1).sendAt();
        batch.stream().flatMap(fact -> again(fact, sendAt)).forEach(calls::add);
        calls.add(new PlannedCall(chance.shuffled(batch), sendAt, Story.again(chance)));
        batch = new ArrayList<>();
        size = newSize();
    }

    private static Stream<PlannedCall> again(PlannedFact fact, Instant sendAt) {
        var after = fact.againAfter();
        return after == null ? Stream.empty() : Stream.of(new PlannedCall(List.of(fact), sendAt.plus(after), null));
    }

    private int newSize() {
        return 2 + chance.below(MOST - 1);
    }
}
