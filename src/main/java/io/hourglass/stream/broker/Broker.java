package io.hourglass.stream.broker;

import io.hourglass.kernel.InvalidInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The Kafka of {@code spring.kafka}, as its clients here are set. Spring Boot's own set-up of them is left out, so that without a
 * Kafka nothing is made at the start.
 */
@Component
@EnableConfigurationProperties(StreamSettings.class)
public class Broker {

    /** As many as lines are a part of a file. */
    public static final int MOST_RECORDS = 200;

    private static final String SERVERS = "spring.kafka.bootstrap-servers";
    private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");
    private static final int REQUESTS_AT_ONCE = 5; // more, and a broker no longer keeps their order

    private final @Nullable KafkaProperties kafka;
    private final StreamSettings settings;
    private final @Nullable SslBundles bundles;

    @Autowired
    Broker(Environment environment, StreamSettings settings, ObjectProvider<SslBundles> bundles) {
        this(configured(Binder.get(environment)), settings, bundles.getIfAvailable());
    }

    /**
     * @param kafka null where no servers are configured
     * @throws InvalidInput if a topic is named without servers, or no topic can have its name
     */
    public Broker(@Nullable KafkaProperties kafka, StreamSettings settings, @Nullable SslBundles bundles) {
        this.kafka = kafka;
        this.settings = settings;
        this.bundles = bundles;
        check();
    }

    private static @Nullable KafkaProperties configured(Binder binder) {
        var servers = binder.bind(SERVERS, Bindable.listOf(String.class)).orElse(List.of());
        return servers.isEmpty() ? null : binder.bindOrCreate("spring.kafka", KafkaProperties.class);
    }

    private void check() {
        var facts = settings.facts();
        var events = settings.events();
        if (kafka == null && (facts.isOn() || events.isOn())) {
            throw new InvalidInput(SERVERS, "", "set where hourglass.stream names a topic");
        }
        Stream.of(facts.topic(), facts.rejected(), events.topic())
                .filter(topic -> !topic.isEmpty() && !TOPIC.matcher(topic).matches())
                .forEach(topic -> {
                    throw new InvalidInput("hourglass.stream", topic, "the name of a topic");
                });
        if (facts.isOn() && Stream.of(facts.rejectedTopic(), events.topic()).anyMatch(facts.topic()::equals)) {
            throw new InvalidInput(
                    "hourglass.stream.facts.topic", facts.topic(), "another than the topics that are written");
        }
    }

    public StreamSettings settings() {
        return settings;
    }

    /** How many threads are to read; each holds as many partitions of the topic as the others. */
    public int readers() {
        var readers = kafka().getListener().getConcurrency();
        return readers == null ? 1 : readers;
    }

    /** Of a consumer that takes over from its group's last committed offset, and from a topic's beginning where there is none. */
    public Map<String, Object> ofConsumer() {
        var all = withPauses(kafka().buildConsumerProperties(bundles));
        all.putIfAbsent(ConsumerConfig.GROUP_ID_CONFIG, "hourglass");
        all.putIfAbsent(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.merge(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS, Broker::lower);
        return all;
    }

    /**
     * One whose records are acknowledged by all replicas that are in step, and stay in their order however often they are sent.
     *
     * @param further what is set for this one
     */
    public Producer<byte[], byte[]> producer(UnaryOperator<Map<String, Object>> further) {
        var all = withPauses(kafka().buildProducerProperties(bundles));
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        all.merge(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, REQUESTS_AT_ONCE, Broker::lower);
        return new KafkaProducer<>(further.apply(all), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Else a broker that is away is looked for twenty times a second, and each time that is logged. */
    private static Map<String, Object> withPauses(Map<String, Object> properties) {
        var all = new HashMap<>(properties);
        all.putIfAbsent(CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, 500L);
        all.putIfAbsent(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 10_000L);
        return all;
    }

    private static Object lower(Object configured, Object most) {
        return Math.min(Integer.parseInt(configured.toString()), (Integer) most);
    }

    private KafkaProperties kafka() {
        return Objects.requireNonNull(kafka, "no Kafka is configured");
    }
}
