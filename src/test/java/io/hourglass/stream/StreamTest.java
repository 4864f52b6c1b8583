package io.hourglass.stream;

import static io.hourglass.CleanSlate.START;
import static io.hourglass.stream.TestKafka.header;
import static io.hourglass.stream.TestKafka.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.HourglassTest;
import io.hourglass.chat.Chats;
import io.hourglass.imports.EveryChannelTest;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.messages.outbox.HandOn;
import io.hourglass.messages.outbox.WantedKinds;
import io.hourglass.portal.DatabaseGate;
import io.hourglass.stream.broker.Broker;
import io.hourglass.stream.events.SendEvents;
import io.hourglass.stream.events.WaitingEvents;
import io.hourglass.stream.facts.FactStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@HourglassTest
@Import(DatabaseGate.class)
@TestPropertySource(
        properties = {
            "logging.level.kafka=error",
            "logging.level.org.apache.kafka=error",
            "logging.level.state.change.logger=error",
            "logging.level.org.springframework.kafka=error"
        })
@DirtiesContext
@DisplayName("By Kafka")
class StreamTest {

    private static final String FACTS = "facts";
    private static final String REJECTED = "facts.rejected";
    private static final String EVENTS = "events";
    private static final String GROUP = "hourglass";
    private static final int LONG = 300_000;

    private static final TestKafka KAFKA = new TestKafka(
            new NewTopic(FACTS, TestKafka.PARTITIONS, (short) 1),
            new NewTopic(EVENTS, TestKafka.PARTITIONS, (short) 1),
            new NewTopic(REJECTED, TestKafka.PARTITIONS, (short) 1)
                    .configs(Map.of("max.message.bytes", String.valueOf(LONG / 2))));

    @DynamicPropertySource
    static void kafka(DynamicPropertyRegistry properties) {
        properties.add("spring.kafka.bootstrap-servers", KAFKA::servers);
        properties.add("spring.kafka.consumer.properties.max.poll.interval.ms", () -> "1500");
        properties.add("spring.kafka.properties.reconnect.backoff.max.ms", () -> "200");
        properties.add("spring.kafka.properties.reconnect.backoff.ms", () -> "50");
        properties.add("spring.kafka.producer.properties.max.block.ms", () -> "1000");
        properties.add("hourglass.stream.facts.topic", () -> FACTS);
        properties.add("hourglass.stream.events.topic", () -> EVENTS);
    }

    @Autowired
    private FactStream facts;

    @Autowired
    private BatchMessageListener<byte[], byte[]> listener;

    @Autowired
    private Broker broker;

    @Autowired
    private SendEvents send;

    @Autowired
    private WaitingEvents waiting;

    @Autowired
    private WantedKinds wanted;

    @Autowired
    private HandOn handOn;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Chats chats;

    @Autowired
    private DatabaseGate gate;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectMapper json;

    @AfterAll
    static void stop() {
        KAFKA.close();
    }

    @BeforeEach
    void refresh() {
        wanted.refresh();
    }

    @AfterEach
    void end() {
        gate.open();
        facts.destroy();
    }

    private static String received(String inquiry) {
        return "{\"event\":\"RECEIVED\",\"inquiry\":\"%s\",\"buyer\":\"b-%s\",\"supplier\":\"s1\",\"at\":\"%s\"}"
                .formatted(inquiry, inquiry, START);
    }

    private static List<String> inquiries(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> received(prefix + number))
                .toList();
    }

    /** Each in whatever partition. */
    private void come(List<String> values) {
        for (var number = 0; number < values.size(); number++) {
            KAFKA.send(FACTS, "key " + number, List.of(values.get(number)));
        }
    }

    private void taken() {
        await().atMost(TestKafka.PATIENCE).until(() -> KAFKA.behind(GROUP, FACTS) == 0);
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from hourglass." + table)
                .query(Integer.class)
                .single();
    }

    private void handOn() {
        while (handOn.handOn() > 0) {}
    }

    private void sendAll() {
        handOn();
        while (send.send() > 0) {}
    }

    private static int eventsThere() {
        return KAFKA.records(EVENTS, 0).size();
    }

    /** Those behind what was there, as key and what the event says. */
    private List<String> told(int before, int count) throws Exception {
        var told = new ArrayList<String>();
        for (var record : KAFKA.records(EVENTS, before + count)) {
            var body = json.readTree(record.value());
            told.add(text(record.key()) + " " + body.path("type").asText() + " "
                    + body.path("subject").asText());
        }
        return told;
    }

    @Test
    @DisplayName(
            "a history comes to the verdicts to which it comes by every other channel, shuffled and each fact twice")
    void channel() {
        marketplace.passTo(EveryChannelTest.over());
        come(EveryChannelTest.shuffledJson());
        facts.begin();
        taken();
        EveryChannelTest.assertVerdicts(marketplace, jdbc);
    }

    @Test
    @DisplayName("messages of chat come as well as inquiries do, many in one transaction")
    void bothTracks() {
        KAFKA.send(
                FACTS,
                "shop-1",
                List.of(
                        received("i-1"),
                        "{\"message\":\"m1\",\"from\":\"BUYER\",\"buyer\":\"b1\",\"account\":\"anna\",\"shop\":\"shop-1\",\"at\":\"%s\"}"
                                .formatted(START),
                        "{\"message\":\"m2\",\"from\":\"ACCOUNT\",\"buyer\":\"b1\",\"account\":\"anna\",\"author\":\"HUMAN\",\"at\":\"%s\"}"
                                .formatted(START)));
        facts.begin();
        taken();
        assertThat(count("inquiry")).isOne();
        assertThat(count("consultation")).isOne();
    }

    @Test
    @DisplayName(
            "what can never be taken goes to a topic of its own with the reason and where it stood, and keeps nothing else away")
    void poison() {
        var before = KAFKA.records(REJECTED, 0).size();
        KAFKA.send(
                FACTS,
                "key",
                List.of(
                        received("good"),
                        "no JSON",
                        "{\"event\":\"RECEIVED\",\"inquiry\":\"x\",\"buyer\":\"b\",\"supplier\":\"s\",\"at\":\"yesterday\"}",
                        received("good").replace("b-good", "another"),
                        "{\"event\":\"REPLIED\",\"inquiry\":\"good\",\"at\":\"2099-01-01T00:00:00Z\",\"author\":\"HUMAN\"}"));
        KAFKA.send(FACTS, "key", (byte[]) null);
        KAFKA.send(FACTS, "key", List.of("{\"event\":\"" + "x".repeat(LONG) + "\"}", received("good too")));
        facts.begin();
        taken();
        assertThat(count("inquiry")).isEqualTo(2);
        var rejected = KAFKA.records(REJECTED, before + 6);
        assertThat(rejected).hasSize(before + 6);
        var news = rejected.subList(before, rejected.size());
        assertThat(news)
                .extracting(one -> header(one, "hourglass-reason"))
                .satisfiesExactly(
                        why -> assertThat(why).contains("line is no JSON, but must be one JSON object"),
                        why -> assertThat(why).contains("at is yesterday, but must be an instant"),
                        why -> assertThat(why).contains("good"),
                        why -> assertThat(why).contains("at is 2099-01-01T00:00:00Z"),
                        why -> assertThat(why).contains("line is , but must be one JSON object"),
                        why -> assertThat(why).contains("at most 262144 bytes"));
        assertThat(news).allSatisfy(one -> {
            assertThat(header(one, "hourglass-topic")).isEqualTo(FACTS);
            assertThat(header(one, "hourglass-partition")).matches("[01]");
            assertThat(header(one, "hourglass-offset")).matches("\\d+");
        });
        assertThat(text(news.get(0).value())).isEqualTo("no JSON");
        assertThat(news.subList(0, 5))
                .allSatisfy(one -> assertThat(text(one.key())).isEqualTo("key"));
        assertThat(news.get(5).value()).isNull();
        assertThat(header(news.get(5), "hourglass-value-left-out")).isEqualTo(String.valueOf(LONG + 12));
    }

    @Test
    @DisplayName(
            "what is committed while another reader takes over, before its offsets are, comes again and is there once")
    void rebalance() throws Exception {
        var came = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var hangs = new FactStream(broker, (BatchMessageListener<byte[], byte[]>) polled -> {
            listener.onMessage(polled);
            came.countDown();
            hang(goOn);
        });
        come(inquiries("r-", 60));
        hangs.begin();
        assertThat(came.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(count("inquiry")).isPositive();
        assertThat(KAFKA.behind(GROUP, FACTS)).isGreaterThanOrEqualTo(60);
        facts.begin();
        await().atMost(TestKafka.PATIENCE).until(() -> count("inquiry") == 60);
        come(inquiries("s-", 40));
        taken();
        goOn.countDown();
        hangs.destroy();
        taken();
        assertThat(count("inquiry")).isEqualTo(100);
        assertThat(count("fact")).isEqualTo(100);
    }

    private static void hang(CountDownLatch goOn) {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("while the database is away nothing is committed and nothing rejected, and then all is taken")
    void databaseAway() {
        var before = KAFKA.records(REJECTED, 0).size();
        come(inquiries("a-", 20));
        gate.refuse();
        var refused = gate.refused();
        facts.begin();
        await().atMost(TestKafka.PATIENCE).until(() -> gate.refused() > refused + 1);
        assertThat(KAFKA.behind(GROUP, FACTS)).isGreaterThanOrEqualTo(20);
        gate.open();
        taken();
        assertThat(count("inquiry")).isEqualTo(20);
        assertThat(KAFKA.records(REJECTED, 0)).hasSize(before);
    }

    @Test
    @DisplayName("events go out in the order of their supplier, an account's under its shop, as webhooks tell them")
    void events() throws Exception {
        var before = eventsThere();
        for (var number = 0; number < 5; number++) {
            var inquiry = marketplace.inquiry(
                    "e-" + number,
                    new BuyerId("b-" + number),
                    new SupplierId("s-" + number % 2),
                    marketplace.now(),
                    null);
            marketplace.reply(inquiry);
        }
        chats.asks(Chats.ANNA);
        chats.writes(Chats.ANNA);
        sendAll();
        assertThat(waiting.count(10)).isZero();
        var records = KAFKA.records(EVENTS, before + 11);
        assertThat(records).allSatisfy(record -> {
            var body = json.readTree(record.value());
            assertThat(header(record, "content-type")).startsWith("application/cloudevents+json");
            assertThat(header(record, "ce_id")).isEqualTo(body.path("id").asText());
            assertThat(body.path("specversion").asText()).isEqualTo("1.0");
        });
        var told = told(before, 11);
        assertThat(told.stream().filter(one -> one.startsWith("s-0 ")))
                .containsSubsequence(
                        "s-0 io.hourglass.inquiry.received e-0",
                        "s-0 io.hourglass.inquiry.received e-2",
                        "s-0 io.hourglass.inquiry.received e-4");
        assertThat(told).anyMatch(one -> one.startsWith("shop-1 io.hourglass.consultation."));
        assertThat(told).noneMatch(one -> one.startsWith(":"));
    }

    @Test
    @DisplayName(
            "while the broker is away events wait, and go in their order once it is back; who sends holds that alone")
    void brokerAway() throws Exception {
        var before = eventsThere();
        marketplace.inquiry("w-0", new BuyerId("b-0"), Marketplace.SUPPLIER, marketplace.now(), null);
        sendAll();
        KAFKA.goAway();
        for (var number = 1; number < 4; number++) {
            marketplace.inquiry(
                    "w-" + number, new BuyerId("b-" + number), Marketplace.SUPPLIER, marketplace.now(), null);
        }
        handOn();
        assertThat(waiting.count(10)).isEqualTo(3);
        var sent = CompletableFuture.supplyAsync(send::send);
        KAFKA.comeBack();
        assertThat(sent.get(30, TimeUnit.SECONDS)).isEqualTo(3);
        assertThat(told(before, 4).stream().filter(one -> one.contains("inquiry.received w-")))
                .containsExactly(
                        "supplier-1 io.hourglass.inquiry.received w-0",
                        "supplier-1 io.hourglass.inquiry.received w-1",
                        "supplier-1 io.hourglass.inquiry.received w-2",
                        "supplier-1 io.hourglass.inquiry.received w-3");
    }

    @Test
    @DisplayName("one node sends at a time; what another held is sent when that has let go, or is a minute overdue")
    void oneAtATime() {
        marketplace.inquiry("h-1");
        handOn();
        send.letGo();
        var now = marketplace.now();
        assertThat(waiting.hold("another", now, now.plus(Duration.ofMinutes(1))))
                .isTrue();
        assertThat(send.send()).isZero();
        marketplace.pass(Duration.ofMinutes(1).minusMillis(1));
        assertThat(send.send()).isZero();
        marketplace.pass(Duration.ofMillis(1));
        assertThat(send.send()).isPositive();
        assertThat(waiting.hold("another", marketplace.now(), marketplace.now()))
                .isFalse();
        send.letGo();
        assertThat(waiting.hold("another", marketplace.now(), marketplace.now()))
                .isTrue();
    }
}
