package io.hourglass.stream.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.kernel.events.EventKind;
import io.hourglass.messages.outbox.CloudEvents;
import io.hourglass.messages.outbox.KeptEvent;
import io.hourglass.stream.broker.Broker;
import io.hourglass.stream.broker.StreamSettings;
import io.hourglass.stream.broker.StreamSettings.Events;
import io.hourglass.stream.broker.StreamSettings.Facts;
import io.hourglass.stream.events.EventTopic.Keyed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;

@DisplayName("The topic of events")
class EventTopicTest {

    private final List<Sending> made = new ArrayList<>();
    private final EventTopic topic = new EventTopic(
            new Broker(
                    new KafkaProperties(),
                    new StreamSettings(new Facts("", ""), new Events("events", List.of())),
                    null) {
                @Override
                public Producer<byte[], byte[]> producer(UnaryOperator<Map<String, Object>> further) {
                    var sending = new Sending();
                    made.add(sending);
                    return sending;
                }
            },
            new CloudEvents(new ObjectMapper(), ""));

    /** Acknowledges each at once, but for the one that it is told. */
    private static final class Sending extends MockProducer<byte[], byte[]> {

        private int failing = Integer.MAX_VALUE;
        private int begun;

        Sending() {
            super(true, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
            if (begun++ == failing) {
                return java.util.concurrent.CompletableFuture.failedFuture(new TimeoutException("no metadata"));
            }
            return super.send(record);
        }
    }

    private static List<Keyed> events(int count) {
        var all = new ArrayList<Keyed>();
        for (var seq = 1; seq <= count; seq++) {
            var event = new KeptEvent(
                    seq,
                    "id-" + seq,
                    new EventKind("inquiry.received"),
                    "INQUIRY",
                    "i-" + seq,
                    "INQUIRY:case:i-" + seq,
                    Instant.EPOCH,
                    "{\"supplier\":\"s1\"}");
            all.add(new Keyed(event, "s1"));
        }
        return all;
    }

    @Test
    @DisplayName("gets events in their order, each with its key, its type of content and its id")
    void inOrder() {
        topic.send(events(3));
        topic.send(events(1));
        assertThat(made).hasSize(1);
        var history = made.get(0).history();
        assertThat(history).hasSize(4);
        var second = history.get(1);
        assertThat(second.topic()).isEqualTo("events");
        assertThat(new String(second.key(), StandardCharsets.UTF_8)).isEqualTo("s1");
        assertThat(second.headers().lastHeader("ce_id").value()).asString().isEqualTo("id-2");
        assertThat(second.headers().lastHeader("content-type").value())
                .asString()
                .isEqualTo("application/cloudevents+json; charset=UTF-8");
        assertThat(second.value())
                .asString()
                .isEqualTo(
                        "{\"specversion\":\"1.0\",\"id\":\"id-2\",\"source\":\"/hourglass\","
                                + "\"type\":\"io.hourglass.inquiry.received\",\"subject\":\"i-2\",\"time\":\"1970-01-01T00:00:00Z\","
                                + "\"datacontenttype\":\"application/json\",\"track\":\"INQUIRY\",\"data\":{\"supplier\":\"s1\"}}");
    }

    @Test
    @DisplayName("gets none that is younger than one that failed; then all come again, by another client")
    void noneOvertakes() {
        topic.send(List.of());
        made.get(0).failing = 1;
        assertThatThrownBy(() -> topic.send(events(4))).isInstanceOf(TimeoutException.class);
        assertThat(made.get(0).history()).hasSize(1);
        assertThat(made.get(0).closed()).isTrue();
        topic.send(events(4));
        assertThat(made).hasSize(2);
        assertThat(made.get(1).history()).hasSize(4);
    }
}
