package io.hourglass.stream.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.stream.broker.StreamSettings.Events;
import io.hourglass.stream.broker.StreamSettings.Facts;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;

@DisplayName("The Kafka of the configuration")
class BrokerTest {

    private static StreamSettings settings(@Nullable String facts, @Nullable String rejected, @Nullable String events) {
        return new StreamSettings(new Facts(text(facts), text(rejected)), new Events(text(events), List.of()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static KafkaProperties kafka(Map<String, String> further) {
        var kafka = new KafkaProperties();
        kafka.getProperties().putAll(further);
        return kafka;
    }

    private static Broker without(StreamSettings settings) {
        KafkaProperties none = null;
        return new Broker(none, settings, null);
    }

    @ParameterizedTest
    @CsvSource({"facts,,", ",,events", "facts,elsewhere,events"})
    @DisplayName("is needed where a topic is named, and is used for whichever is")
    void needed(@Nullable String facts, @Nullable String rejected, @Nullable String events) {
        var settings = settings(facts, rejected, events);
        assertThatThrownBy(() -> without(settings))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("spring.kafka.bootstrap-servers");
        assertThatCode(() -> new Broker(kafka(Map.of()), settings, null)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("is not needed where none is named, and may be there for others")
    void notNeeded() {
        assertThatCode(() -> without(settings(null, null, null))).doesNotThrowAnyException();
        assertThatCode(() -> new Broker(kafka(Map.of()), settings(null, null, null), null))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"facts,facts,", "facts,,facts", "f acts,,", "facts,re/jected,", ",,even:ts"})
    @DisplayName("has topics whose names can be, and facts come from none that is written")
    void topics(@Nullable String facts, @Nullable String rejected, @Nullable String events) {
        assertThatThrownBy(() -> new Broker(kafka(Map.of()), settings(facts, rejected, events), null))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("hourglass.stream");
    }

    @Test
    @DisplayName(
            "is read from where the group was, else from the first record; what decides of loss is not for the configuration to say")
    void consumers() {
        var given = Map.of("enable.auto.commit", "true", "isolation.level", "read_uncommitted");
        var all = new Broker(kafka(given), settings("facts", null, null), null).ofConsumer();
        assertThat(all)
                .containsEntry(ConsumerConfig.GROUP_ID_CONFIG, "hourglass")
                .containsEntry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest")
                .containsEntry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false)
                .containsEntry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
                .containsEntry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200);
    }

    @ParameterizedTest
    @CsvSource({"50,50", "200,200", "201,200"})
    @DisplayName("gives 200 records at a time, or fewer as configured")
    void records(String configured, int most) {
        var all = new Broker(kafka(Map.of("max.poll.records", configured)), settings("facts", null, null), null)
                .ofConsumer();
        assertThat(all).containsEntry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, most);
    }

    @Test
    @DisplayName("acknowledges with all replicas, and keeps the order, whatever is configured")
    void producers() {
        var given = Map.of("acks", "1", "enable.idempotence", "false", "max.in.flight.requests.per.connection", "20");
        var broker = new Broker(kafka(given), settings(null, null, "events"), null);
        broker.producer(all -> {
                    assertThat(all)
                            .containsEntry(ProducerConfig.ACKS_CONFIG, "all")
                            .containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true)
                            .containsEntry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
                    return Map.of("bootstrap.servers", "127.0.0.1:1");
                })
                .close();
    }
}
