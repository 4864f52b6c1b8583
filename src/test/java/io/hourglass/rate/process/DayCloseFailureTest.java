package io.hourglass.rate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;

import io.hourglass.HourglassTest;
import io.hourglass.Processes;
import io.hourglass.bpmn.DayCloseNodes;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.sla.days.NaturalDay;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

@HourglassTest
@MockitoSpyBean(types = VerdictEntries.class)
@DisplayName("A close that fails")
class DayCloseFailureTest {

    private static final int ATTEMPTS = 5;
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Processes processes;

    @Autowired
    private BookDays days;

    @Autowired
    private VerdictEntries entries;

    @Autowired
    private SettableClock clock;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    private ProcessInstance monday;
    private ProcessInstance tuesday;

    @BeforeEach
    void twoDaysOfWhichTheFirstFails() {
        marketplace.inquiry("i");
        marketplace.pass(Duration.ofDays(1));
        marketplace.inquiry("j");
        monday = processes.of(MONDAY);
        tuesday = processes.of(TUESDAY);
        doThrow(new IllegalStateException("no books today"))
                .when(entries)
                .latestOn(eq(TrackDay.ofInquiries(MONDAY)), anyCollection());
        clock.set(NaturalDay.start(TUESDAY.plusDays(5), ZoneId.of("Asia/Shanghai")));
        execute(job(DayCloseNodes.BOOKS_CLOSE, monday));
    }

    @AfterEach
    void mend() {
        reset(entries);
    }

    @Test
    @DisplayName("leaves the day unsettled, and its job to be tried again")
    void triedAgain() {
        failOnce();

        assertThat(monday).isWaitingAt(DayCloseNodes.SETTLE_DAY);
        assertThat(job(DayCloseNodes.SETTLE_DAY, monday))
                .hasRetries(ATTEMPTS - 1)
                .hasExceptionMessage();
        assertThat(days.find(TrackDay.ofInquiries(MONDAY)).orElseThrow().settled())
                .isFalse();
    }

    @Test
    @DisplayName("for good is an incident; once the cause is gone a retry settles the day, and the incident is over")
    void incident() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            assertThat(runtime.createIncidentQuery().list()).isEmpty();
            failOnce();
        }
        assertThat(runtime.createIncidentQuery().list())
                .singleElement()
                .extracting(Incident::getIncidentType, Incident::getActivityId, Incident::getProcessInstanceId)
                .containsExactly(Incident.FAILED_JOB_HANDLER_TYPE, DayCloseNodes.SETTLE_DAY, monday.getId());

        reset(entries);
        management.setJobRetries(job(DayCloseNodes.SETTLE_DAY, monday).getId(), 1);
        execute(job(DayCloseNodes.SETTLE_DAY, monday));
        assertThat(monday).isEnded();
        assertThat(days.find(TrackDay.ofInquiries(MONDAY)).orElseThrow().settled())
                .isTrue();
        assertThat(runtime.createIncidentQuery().list()).isEmpty();
    }

    @Test
    @DisplayName("keeps the next day waiting, which goes on when it settles")
    void nextDayWaits() {
        failOnce();
        execute(job(DayCloseNodes.BOOKS_CLOSE, tuesday));
        assertThat(tuesday).isWaitingAt(DayCloseNodes.AWAIT_EARLIER_DAYS);
        failOnce();
        assertThat(tuesday).isWaitingAt(DayCloseNodes.AWAIT_EARLIER_DAYS);

        reset(entries);
        execute(job(DayCloseNodes.SETTLE_DAY, monday));
        assertThat(tuesday).isWaitingAt(DayCloseNodes.SETTLE_DAY);
        execute(job(DayCloseNodes.SETTLE_DAY, tuesday));
        assertThat(tuesday).isEnded();
        assertThat(days.find(TrackDay.ofInquiries(TUESDAY)).orElseThrow().publishedOn())
                .isEqualTo(TUESDAY.plusDays(5));
    }

    private void failOnce() {
        assertThatThrownBy(() -> execute(job(DayCloseNodes.SETTLE_DAY, monday)))
                .hasStackTraceContaining("no books today");
    }
}
