package io.hourglass.stream.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.HourglassTest;
import io.hourglass.chat.Chats;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.events.EventKind;
import io.hourglass.messages.outbox.KeptEvent;
import io.hourglass.messages.outbox.KnownKinds;
import io.hourglass.stream.broker.Broker;
import io.hourglass.stream.broker.StreamSettings;
import io.hourglass.stream.broker.StreamSettings.Events;
import io.hourglass.stream.broker.StreamSettings.Facts;
import io.hourglass.stream.events.WaitingEvents.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.jdbc.core.simple.JdbcClient;

@HourglassTest
@DisplayName("Of the events of the outbox")
class StreamSinkTest {

    private static final EventKind RECEIVED = new EventKind("inquiry.received");
    private static final EventKind SEALED = new EventKind("day.sealed");

    @Autowired
    private WaitingEvents waiting;

    @Autowired
    private RecordKeys keys;

    @Autowired
    private KnownKinds known;

    @Autowired
    private Clock clock;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Chats chats;

    @Autowired
    private JdbcClient jdbc;

    private final List<KeptEvent> events = new ArrayList<>();

    @BeforeEach
    void noEvents() {
        events.clear();
    }

    private StreamSink sink(String... kinds) {
        var settings = new StreamSettings(new Facts("", ""), new Events("events", List.of(kinds)));
        return new StreamSink(waiting, keys, clock, new Broker(new KafkaProperties(), settings, null), known);
    }

    /** As it is in the outbox. */
    private void raised(EventKind kind, @Nullable String track, String about, String orderKey, String data) {
        var id = "id-" + events.size();
        jdbc.sql(
                        """
                        insert into hourglass.event (id, kind, track, about, order_key, happened_at, raised_at, data)
                        values (?, ?, ?, ?, ?, now(), now(), ?)""")
                .params(id, kind.name(), track, about, orderKey, data)
                .update();
        var seq = jdbc.sql("select seq from hourglass.event where id = ?")
                .param(id)
                .query(Long.class)
                .single();
        events.add(new KeptEvent(seq, id, kind, track, about, orderKey, clock.instant(), data));
    }

    private List<String> keys() {
        return waiting.eldest(100).stream().map(Waiting::key).toList();
    }

    @Test
    @DisplayName(
            "those of the configured kinds go to the topic, without any of them all; since the first start with them")
    void kinds() {
        raised(RECEIVED, "INQUIRY", "i-1", "INQUIRY:case:i-1", "{\"supplier\":\"s1\"}");
        raised(SEALED, "INQUIRY", "2026-03-02", "INQUIRY:day:2026-03-02", "{}");
        var some = sink("inquiry.received");
        var first = clock.instant();
        assertThat(some.wanted()).isEqualTo(Map.of(RECEIVED, first));
        some.take(events);
        assertThat(waiting.eldest(9)).hasSize(1);
        marketplace.pass(Duration.ofHours(1));
        assertThat(some.wanted()).isEqualTo(Map.of(RECEIVED, first));
        assertThat(sink("inquiry.received").wanted()).isEqualTo(Map.of(RECEIVED, first));
        assertThat(sink().wanted())
                .hasSize(known.all().size())
                .containsEntry(RECEIVED, first)
                .containsEntry(SEALED, clock.instant());
    }

    @Test
    @DisplayName("a kind that nobody raises refuses the start")
    void unknown() {
        assertThatThrownBy(() -> sink("inquiry.recieved"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("inquiry.recieved");
    }

    @Test
    @DisplayName(
            "each has the key of its supplier, of an account of chat its shop's, and of what is nobody's that of its order")
    void keysOfRecords() {
        chats.asks(Chats.ANNA);
        raised(RECEIVED, "INQUIRY", "i-1", "INQUIRY:case:i-1", "{\"supplier\":\"s1\"}");
        raised(RECEIVED, "CHAT", "c-1", "CHAT:case:c-1", "{\"account\":\"anna\",\"shop\":\"shop-1\"}");
        raised(RECEIVED, "INQUIRY", "i-1", "INQUIRY:case:i-1", "{\"subject\":\"s1\"}");
        raised(RECEIVED, "CHAT", "c-1", "CHAT:case:c-1", "{\"subject\":\":anna\"}");
        raised(RECEIVED, "CHAT", ":anna", "CHAT:subject::anna", "{}");
        raised(RECEIVED, "INQUIRY", "s2", "INQUIRY:subject:s2", "{}");
        raised(RECEIVED, "CHAT", ":nobody", "CHAT:subject::nobody", "{}");
        raised(RECEIVED, "INQUIRY", ":", "INQUIRY:subject::", "{}");
        raised(SEALED, "INQUIRY", "2026-03-02", "INQUIRY:day:2026-03-02", "{}");
        raised(SEALED, null, "w-1", "other:w-1", "{}");
        sink().take(events);
        assertThat(keys())
                .containsExactly(
                        "s1",
                        "shop-1",
                        "s1",
                        "shop-1",
                        "shop-1",
                        "s2",
                        ":nobody",
                        ":",
                        "INQUIRY:day:2026-03-02",
                        "other:w-1");
    }
}
