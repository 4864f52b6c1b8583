package io.hourglass.stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafka.server.BrokerServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A broker of the tests' own, on a port that it keeps, with what a test asks of it. */
final class TestKafka implements AutoCloseable {

    static final int PARTITIONS = 2;
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, PARTITIONS);
    private final KafkaProducer<byte[], byte[]> producer;
    private final Admin admin;

    TestKafka(NewTopic... topics) {
        Stream.of("kafka", "org.apache", "state.change.logger")
                .forEach(noisy -> ((Logger) LoggerFactory.getLogger(noisy)).setLevel(Level.ERROR));
        broker.brokerProperties(Map.of(
                "listeners", "EXTERNAL://localhost:" + freePort() + ",CONTROLLER://localhost:0",
                "auto.create.topics.enable", "false",
                "group.initial.rebalance.delay.ms", "0",
                "log.cleaner.enable", "false",
                "transaction.state.log.num.partitions", "1",
                "offsets.topic.num.partitions", "1"));
        broker.afterPropertiesSet();
        broker.addTopics(topics);
        Map<String, Object> servers = Map.of("bootstrap.servers", servers());
        producer = new KafkaProducer<>(servers, new ByteArraySerializer(), new ByteArraySerializer());
        admin = Admin.create(servers);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String servers() {
        return broker.getBrokersAsString();
    }

    /** The broker's answers stop; what it has stays. */
    void goAway() {
        var server = server();
        server.shutdown();
        server.awaitShutdown();
    }

    void comeBack() {
        server().startup();
    }

    private BrokerServer server() {
        return Objects.requireNonNull(broker.getCluster().brokers().get(0));
    }

    void send(String topic, @Nullable String key, List<String> values) {
        values.forEach(value -> send(topic, key, bytes(value)));
        producer.flush();
    }

    void send(String topic, @Nullable String key, byte @Nullable [] value) {
        var unused = producer.send(new ProducerRecord<>(topic, key == null ? null : bytes(key), value));
        producer.flush();
    }

    /** Once there are so many of them; of a partition in their order. */
    List<ConsumerRecord<byte[], byte[]>> records(String topic, int count) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", servers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var all = partitions(topic);
            consumer.assign(all);
            consumer.seekToBeginning(all);
            var read = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            Awaitility.await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(read::add);
                return read.size() >= count;
            });
            consumer.poll(Duration.ofMillis(100)).forEach(read::add);
            return read;
        }
    }

    private static List<TopicPartition> partitions(String topic) {
        var all = new ArrayList<TopicPartition>();
        for (var number = 0; number < PARTITIONS; number++) {
            all.add(new TopicPartition(topic, number));
        }
        return all;
    }

    /** How many records of the topic the group has not committed. */
    long behind(String group, String topic) {
        try {
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            var ends = admin.listOffsets(partitions(topic).stream()
                            .collect(Collectors.toMap(one -> one, one -> OffsetSpec.latest())))
                    .all()
                    .get();
            return ends.entrySet().stream()
                    .mapToLong(end -> end.getValue().offset()
                            - (committed.get(end.getKey()) == null
                                    ? 0
                                    : Objects.requireNonNull(committed.get(end.getKey()))
                                            .offset()))
                    .sum();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : text(header.value());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
        broker.destroy();
    }
}
