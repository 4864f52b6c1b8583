package io.hourglass.bench.trial;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.hourglass.bench.contender.HourglassItself;
import io.hourglass.bench.measure.Patience;
import io.hourglass.stream.broker.Broker;
import io.hourglass.stream.broker.StreamSettings;
import io.hourglass.stream.broker.StreamSettings.Events;
import io.hourglass.stream.broker.StreamSettings.Facts;
import io.hourglass.stream.facts.FactListener;
import io.hourglass.stream.facts.FactStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * Facts as records of a topic against the same facts as requests of a single client: inquiries and a reply to each. The broker runs in
 * the same JVM, and the records are sent while they are taken. On a database on which nothing else has happened.
 *
 * @param requests facts that were sent one by one
 * @param records facts of the topic
 */
public record StreamedFacts(int requests, double requestsPerSecond, int records, double recordsPerSecond) {

    private static final String TOPIC = "facts";
    private static final int PARTITIONS = 2;

    public static StreamedFacts of(HourglassItself hourglass, int requests, int inquiries) {
        hourglass.moveTo(BulkImport.NOON);
        BulkImport.single(hourglass, "warm-", requests);
        var begun = System.nanoTime();
        BulkImport.single(hourglass, "one-", requests);
        var single = 2 * requests * 1e9 / (System.nanoTime() - begun);
        ((Logger) LoggerFactory.getLogger("org.apache.kafka"))
                .setLevel(Level.ERROR); // else a new broker tells of itself
        var kafka = new EmbeddedKafkaKraftBroker(1, PARTITIONS, TOPIC);
        kafka.afterPropertiesSet();
        var stream = stream(hourglass, kafka.getBrokersAsString());
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka.getBrokersAsString(), "linger.ms", 5),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            stream.begin();
            taken(hourglass, producer, "warmer-", requests);
            hourglass.database().analyze();
            begun = System.nanoTime();
            taken(hourglass, producer, "many-", inquiries);
            var records = 2 * inquiries * 1e9 / (System.nanoTime() - begun);
            return new StreamedFacts(2 * requests, single, 2 * inquiries, records);
        } finally {
            stream.destroy();
            kafka.destroy();
        }
    }

    private static FactStream stream(HourglassItself hourglass, String servers) {
        var kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(servers));
        var settings = new StreamSettings(new Facts(TOPIC, ""), new Events("", List.of()));
        return new FactStream(new Broker(kafka, settings, null), hourglass.bean(FactListener.class));
    }

    private static void taken(
            HourglassItself hourglass, KafkaProducer<byte[], byte[]> producer, String prefix, int inquiries) {
        var before = facts(hourglass);
        for (var number = 0; number < inquiries; number++) {
            var received = BulkImport.NOON.minus(Duration.ofHours(2));
            send(
                    producer,
                    prefix + number,
                    "{\"event\":\"RECEIVED\",\"inquiry\":\"%1$s%2$d\",\"buyer\":\"b-%1$s%2$d\",\"supplier\":\"s-%3$d\",\"at\":\"%4$s\"}"
                            .formatted(prefix, number, number % BulkImport.SUPPLIERS, received));
            send(
                    producer,
                    prefix + number,
                    "{\"event\":\"REPLIED\",\"inquiry\":\"%s%d\",\"at\":\"%s\",\"author\":\"HUMAN\"}"
                            .formatted(prefix, number, received.plus(Duration.ofHours(1))));
        }
        producer.flush();
        Patience.until(
                () -> facts(hourglass) == before + 2L * inquiries,
                () -> "of the records " + prefix + " only " + (facts(hourglass) - before) + " are taken");
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, String key, String value) {
        var unused = producer.send(new ProducerRecord<>(
                TOPIC, key.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8)));
    }

    private static long facts(HourglassItself hourglass) {
        return hourglass
                .database()
                .direct()
                .sql("select count(*) from hourglass.fact")
                .query(Long.class)
                .single();
    }
}
