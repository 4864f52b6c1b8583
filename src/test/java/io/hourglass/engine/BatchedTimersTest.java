package io.hourglass.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;

import io.hourglass.CleanSlate;
import io.hourglass.HourglassTest;
import io.hourglass.chat.Chats;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.Notices;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

@HourglassTest
@TestPropertySource(
        properties = {"camunda.bpm.job-execution.enabled=true", "spring.datasource.hikari.maximum-pool-size=10"})
@DirtiesContext
@DisplayName("Deadlines that pass together, on the engine's own job executor")
class BatchedTimersTest {

    private static final int CASES = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JobExecutor executor;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private BatchedTimers timers;

    @Autowired
    private Chats chats;

    @MockitoSpyBean
    private Notices notices;

    private List<InquiryId> cases = List.of();

    @BeforeEach
    void sixtyInquiries() {
        executor.shutdown();
        cases = IntStream.range(0, CASES)
                .mapToObj(number -> marketplace.inquiry(
                        "i-" + number, new BuyerId("buyer-" + number), Marketplace.SUPPLIER, CleanSlate.START, null))
                .toList();
        clock.set(CleanSlate.START.plus(Duration.ofHours(73)));
    }

    @AfterEach
    void stop() {
        executor.shutdown();
    }

    @Test
    @DisplayName("all fire, each once")
    void allFire() {
        executor.start();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(dueTimers()).isZero());
        assertThat(cases).allSatisfy(id -> assertThat(notices.toldTo(id)).hasSize(1));
    }

    @Test
    @DisplayName("fail alone: the others fire, and the culprit is tried again later without an incident")
    void culprit() {
        var culprit = cases.get(17);
        doThrow(new IllegalStateException("nobody can be told")).when(notices).tell(eq(culprit), any(), any());
        executor.start();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(failedTimers()).isEqualTo(1));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(dueTimers()).isZero());
        assertThat(cases).filteredOn(id -> !id.equals(culprit)).allSatisfy(id -> assertThat(notices.toldTo(id))
                .hasSize(1));
        assertThat(notices.toldTo(culprit)).isEmpty();
        assertThat(runtime.createIncidentQuery().count()).isZero();

        reset(notices);
        clock.set(CleanSlate.START.plus(Duration.ofHours(74)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(notices.toldTo(culprit)).hasSize(1));
    }

    @Test
    @DisplayName("give way to calls where they can wait: ends of consultations do, reply deadlines do not")
    void giveWay() {
        chats.asks(Chats.ANNA);
        assertThat(timers.groupable(timersOf("chat"))).satisfies(group -> {
            assertThat(group.jobs()).hasSize(1);
            assertThat(group.givesWay()).isTrue();
        });
        assertThat(timers.groupable(timersOf("inquiry"))).satisfies(group -> {
            assertThat(group.jobs()).hasSize(CASES);
            assertThat(group.givesWay()).isFalse();
        });
    }

    private List<String> timersOf(String process) {
        return management.createJobQuery().processDefinitionKey(process).list().stream()
                .map(Job::getId)
                .toList();
    }

    @Test
    @DisplayName("all fire, each once, where they give way")
    void allFireThatGiveWay() {
        IntStream.range(0, CASES)
                .forEach(number -> chats.asks(new BuyerId("asks-" + number), Chats.ANNA, clock.instant()));
        clock.set(CleanSlate.START.plus(Duration.ofHours(100)));
        executor.start();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(dueTimers()).isZero());
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("chat")
                        .count())
                .isZero();
        assertThat(runtime.createIncidentQuery().count()).isZero();
    }

    private long failedTimers() {
        return management.createJobQuery().timers().withException().count();
    }

    private long dueTimers() {
        return management.createJobQuery().timers().executable().count();
    }
}
