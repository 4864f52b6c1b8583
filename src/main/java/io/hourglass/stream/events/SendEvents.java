package io.hourglass.stream.events;

import static java.util.stream.Collectors.toMap;

import io.hourglass.messages.outbox.KeptEvent;
import io.hourglass.messages.outbox.Outbox;
import io.hourglass.stream.events.EventTopic.Keyed;
import io.hourglass.stream.events.WaitingEvents.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Sends those events that have waited longest, and forgets them once the broker has acknowledged all. Outside of a transaction: of a
 * node that is lost in between they are sent again, in the same order, so that none arrives for the first time before its elder.
 */
@Component
public class SendEvents {

    private static final int GROUP = 500;

    /** Longer than a group may take. */
    private static final Duration HELD = EventTopic.LONGEST.multipliedBy(3);

    private final WaitingEvents waiting;
    private final Outbox outbox;
    private final EventTopic topic;
    private final Clock clock;
    private final String holder = UUID.randomUUID().toString();
    private volatile boolean held;

    SendEvents(WaitingEvents waiting, Outbox outbox, EventTopic topic, Clock clock) {
        this.waiting = waiting;
        this.outbox = outbox;
        this.topic = topic;
        this.clock = clock;
    }

    /**
     * @return how many it sent; none if another node is at it
     * @throws org.apache.kafka.common.KafkaException if the broker does not acknowledge them: they wait
     */
    public int send() {
        if (waiting.count(1) == 0) {
            return 0;
        }
        var now = clock.instant();
        if (!waiting.hold(holder, now, now.plus(HELD))) {
            return 0;
        }
        held = true;
        var some = waiting.eldest(GROUP);
        topic.send(keyed(some));
        waiting.remove(some.stream().map(Waiting::event).toList());
        return some.size();
    }

    /** Another node need not wait until this one's time is over. */
    public void letGo() {
        if (held) {
            waiting.letGo(holder);
            held = false;
        }
    }

    private List<Keyed> keyed(List<Waiting> some) {
        var events = outbox.find(some.stream().map(Waiting::event).toList()).stream()
                .collect(toMap(KeptEvent::seq, Function.identity()));
        return some.stream()
                .filter(one -> events.containsKey(one.event()))
                .map(one -> new Keyed(Objects.requireNonNull(events.get(one.event())), one.key()))
                .toList();
    }
}
