package io.hourglass.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hourglass.HourglassTest;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.time.UtcColumn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@HourglassTest
@TestPropertySource(properties = {"camunda.bpm.job-execution.enabled=true", "hourglass.policy.reply-within=PT2S"})
@DirtiesContext
@DisplayName("On an idle server, with the machine's own time")
class LiveTimersTest {

    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(5);

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void letTimeRun() {
        clock.release();
    }

    @Test
    @DisplayName("a timer fires within a few seconds of its due instant, and its lateness is recorded")
    void timerFires() {
        var received = marketplace.now();
        var id = marketplace.inquiry("i", Marketplace.BUYER, Marketplace.SUPPLIER, received, null);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(firingsOf(id)).hasSize(1));
        var firing = firingsOf(id).get(0);
        assertThat(firing.dueAt()).isEqualTo(received.plusSeconds(2));
        assertThat(Duration.between(firing.dueAt(), firing.firedAt())).isBetween(Duration.ZERO, A_FEW_SECONDS);
    }

    private List<Firing> firingsOf(InquiryId id) {
        return jdbc.sql(
                        """
                        select due_at, fired_at from hourglass.timer_firing
                        where process = 'inquiry' and timer = ? and business_key = ?""")
                .params(InquiryNodes.REPLY_DEADLINE_PASSED, id.value())
                .query((row, number) -> new Firing(UtcColumn.read(row, "due_at"), UtcColumn.read(row, "fired_at")))
                .list();
    }

    private record Firing(Instant dueAt, Instant firedAt) {}
}
