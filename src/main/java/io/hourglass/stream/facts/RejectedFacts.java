package io.hourglass.stream.facts;

import io.hourglass.kernel.text.StoredText;
import io.hourglass.stream.broker.Acknowledged;
import io.hourglass.stream.broker.Broker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Sends records that can never be taken to the topic of rejected facts, as they came, with headers that say why and where they
 * stood: as they are, behind a change, they can be sent again.
 */
@Component
class RejectedFacts implements DisposableBean {

    static final String REASON = "hourglass-reason";
    static final String TOPIC = "hourglass-topic";
    static final String PARTITION = "hourglass-partition";
    static final String OFFSET = "hourglass-offset";

    /** It is longer than the broker takes: key, value and headers stand where the others of ours say. */
    static final String LEFT_OUT = "hourglass-value-left-out";

    private static final Set<String> OURS = Set.of(REASON, TOPIC, PARTITION, OFFSET, LEFT_OUT);
    private static final int LONGEST_REASON = 1_000;
    private static final int MOST_MILLIS = 20_000;

    private final Broker broker;
    private @Nullable Producer<byte[], byte[]> producer;

    RejectedFacts(Broker broker) {
        this.broker = broker;
    }

    /** @throws org.apache.kafka.common.KafkaException if the broker does not acknowledge each of them */
    void send(List<RejectedRecord> rejected) {
        if (rejected.isEmpty()) {
            return;
        }
        var to = producer();
        var sent = rejected.stream().map(one -> to.send(whole(one))).toList();
        for (var at = 0; at < sent.size(); at++) {
            try {
                Acknowledged.await(sent.get(at), MOST_MILLIS);
            } catch (RecordTooLargeException e) {
                Acknowledged.await(to.send(leftOut(rejected.get(at))), MOST_MILLIS);
            }
        }
    }

    /** Only where one is needed: most never reject anything. */
    private synchronized Producer<byte[], byte[]> producer() {
        var ready = producer;
        if (ready == null) {
            ready = broker.producer(all -> {
                all.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, MOST_MILLIS);
                all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, MOST_MILLIS / 2);
                all.put(ProducerConfig.LINGER_MS_CONFIG, 0);
                all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, MOST_MILLIS);
                return all;
            });
            producer = ready;
        }
        return ready;
    }

    private ProducerRecord<byte[], byte[]> whole(RejectedRecord rejected) {
        var from = rejected.sent();
        var to = new ProducerRecord<>(topic(), from.key(), from.value());
        Stream.of(from.headers().toArray())
                .filter(header -> !OURS.contains(header.key()))
                .forEach(to.headers()::add);
        return told(to, rejected);
    }

    private ProducerRecord<byte[], byte[]> leftOut(RejectedRecord rejected) {
        var to = new ProducerRecord<byte[], byte[]>(topic(), null);
        header(to, LEFT_OUT, String.valueOf(rejected.sent().serializedValueSize()));
        return told(to, rejected);
    }

    private static ProducerRecord<byte[], byte[]> told(ProducerRecord<byte[], byte[]> to, RejectedRecord rejected) {
        var from = rejected.sent();
        header(to, REASON, StoredText.keptLine(rejected.reason(), LONGEST_REASON));
        header(to, TOPIC, from.topic());
        header(to, PARTITION, String.valueOf(from.partition()));
        header(to, OFFSET, String.valueOf(from.offset()));
        return to;
    }

    private String topic() {
        return broker.settings().facts().rejectedTopic();
    }

    private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void destroy() {
        if (producer != null) {
            producer.close(Duration.ofMillis(MOST_MILLIS));
        }
    }
}
