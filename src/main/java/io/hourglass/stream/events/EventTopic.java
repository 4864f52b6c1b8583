package io.hourglass.stream.events;

import io.hourglass.messages.outbox.CloudEvents;
import io.hourglass.messages.outbox.KeptEvent;
import io.hourglass.stream.broker.Acknowledged;
import io.hourglass.stream.broker.Broker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Writes events as records: in the structured mode of CloudEvents, with the id beside it. No record of the client expires by
 * itself: a younger one could arrive while its elder is given up. In its stead all that are not acknowledged are broken off together.
 */
@Component
class EventTopic implements DisposableBean {

    /** How long a send may take to the last acknowledgement. */
    static final Duration LONGEST = Duration.ofSeconds(20);

    private final Broker broker;
    private final CloudEvents bodies;
    private @Nullable Producer<byte[], byte[]> producer;

    EventTopic(Broker broker, CloudEvents bodies) {
        this.broker = broker;
        this.bodies = bodies;
    }

    /** An event and the key of its record. */
    record Keyed(KeptEvent event, String key) {}

    /**
     * Returns once all of them are acknowledged.
     *
     * @throws org.apache.kafka.common.KafkaException if not; none of them is on its way any more
     */
    synchronized void send(List<Keyed> events) {
        try {
            var to = producer();
            var sent = new ArrayList<Future<?>>();
            for (var event : events) {
                var one = to.send(record(event));
                if (one.isDone()) {
                    Acknowledged.await(one, 0); // what failed at once lets no younger one pass
                }
                sent.add(one);
            }
            awaitAll(sent);
        } catch (RuntimeException e) {
            breakOff();
            throw e;
        }
    }

    private static void awaitAll(List<Future<?>> sent) {
        var end = System.nanoTime() + LONGEST.toNanos();
        sent.forEach(one -> Acknowledged.await(one, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
    }

    private ProducerRecord<byte[], byte[]> record(Keyed one) {
        var record = new ProducerRecord<>(
                broker.settings().events().topic(), bytes(one.key()), bytes(bodies.of(one.event())));
        add(record.headers(), "content-type", CloudEvents.TYPE + "; charset=UTF-8");
        add(record.headers(), "ce_id", one.event().id());
        return record;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Producer<byte[], byte[]> producer() {
        var ready = producer;
        if (ready == null) {
            ready = broker.producer(all -> {
                all.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, LONGEST.toMillis());
                all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
                return all;
            });
            producer = ready;
        }
        return ready;
    }

    private void breakOff() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    @Override
    public synchronized void destroy() {
        breakOff();
    }
}
