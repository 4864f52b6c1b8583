package io.hourglass;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;

import io.hourglass.bpmn.DayCloseNodes;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.engine.SettableClock;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.time.UtcColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The processes behind inquiries and days, living and ended, for tests. */
@TestComponent
public class Processes {

    /** What {@link #failClose} has a close say. */
    public static final String WHY_A_CLOSE_FAILS = "the last seal is that of 2020-01-01";

    private static final LocalDate STRAY = LocalDate.of(2020, 1, 1);
    private static final Set<String> OUTCOMES = Set.of(
            InquiryNodes.EXCLUDED,
            InquiryNodes.ANSWERED,
            InquiryNodes.ASKED_FOR_ALTERNATIVES,
            InquiryNodes.LEFT_UNSERVED);

    private final RuntimeService runtime;
    private final HistoryService history;
    private final ManagementService management;
    private final SettableClock clock;
    private final JdbcClient jdbc;

    Processes(
            RuntimeService runtime,
            HistoryService history,
            ManagementService management,
            SettableClock clock,
            JdbcClient jdbc) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.runtime = runtime;
        this.management = management;
        this.history = history;
    }

    /** The one living instance. */
    public ProcessInstance of(InquiryId inquiry) {
        return living("inquiry", inquiry.value());
    }

    /** The one living instance. */
    public ProcessInstance referralOf(InquiryId inquiry) {
        return living("referral", inquiry.value());
    }

    /** The activities at which processes of the model with that business key wait; none if there is none. */
    public List<String> waitsOf(String process, String businessKey) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .list()
                .stream()
                .flatMap(instance -> runtime.getActiveActivityIds(instance.getId()).stream())
                .toList();
    }

    /** When the timers of processes of the model with that business key are due; none if there is none. */
    public List<Instant> dueOf(String process, String businessKey) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .list()
                .stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .map(job -> job.getDuedate().toInstant())
                .toList();
    }

    /** The one living instance. */
    public ProcessInstance of(LocalDate day) {
        return living("dayClose", day.toString());
    }

    /** A seal that does not belong there keeps the close from sealing the day; the clock stands at the close. */
    public void failClose(LocalDate day, Instant closesAt, int times) {
        clock.set(closesAt);
        var close = of(day);
        execute(job(DayCloseNodes.BOOKS_CLOSE, close));
        jdbc.sql(
                        """
                        insert into hourglass.ledger_seal
                          (track, received_day, books_from, books_close, published_on, root, entries, sealed_at)
                        values ('INQUIRY', ?, ?, ?, ?, 'none', 0, ?)""")
                .params(STRAY, STRAY, UtcColumn.of(closesAt), STRAY, UtcColumn.of(closesAt))
                .update();
        for (var attempt = 0; attempt < times; attempt++) {
            assertThatThrownBy(() -> execute(job(DayCloseNodes.SETTLE_DAY, close)))
                    .hasStackTraceContaining(WHY_A_CLOSE_FAILS);
        }
    }

    public void mendClose() {
        jdbc.sql("delete from hourglass.ledger_seal where received_day = ?")
                .param(STRAY)
                .update();
    }

    /** Where the inquiry's process ended; empty while it lives. */
    public List<String> outcomesOf(InquiryId inquiry) {
        return history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey("inquiry")
                .processInstanceBusinessKey(inquiry.value())
                .finished()
                .list()
                .stream()
                .flatMap(instance -> passedBy(instance).stream())
                .filter(OUTCOMES::contains)
                .toList();
    }

    /** The events and activities of a model that the inquiry passed or waits at, in order; gateways are left out. */
    public List<String> historyOf(String process, InquiryId inquiry) {
        return history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(inquiry.value())
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .flatMap(instance -> history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .orderByHistoricActivityInstanceStartTime()
                        .asc()
                        .orderPartiallyByOccurrence()
                        .asc()
                        .list()
                        .stream())
                .filter(activity -> !activity.getActivityType().endsWith("Gateway"))
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    /** The days that have had a close, one for each of its instances, living or ended, in day order. */
    public List<LocalDate> daysWithAClose() {
        return history.createHistoricProcessInstanceQuery().processDefinitionKey("dayClose").list().stream()
                .filter(instance -> !HistoricProcessInstance.STATE_EXTERNALLY_TERMINATED.equals(instance.getState()))
                .map(instance -> LocalDate.parse(instance.getBusinessKey()))
                .sorted()
                .toList();
    }

    /** The timer events that wait for their due instants. */
    public List<String> pendingTimersOf(ProcessInstance instance) {
        return management.createJobDefinitionQuery().list().stream()
                .filter(timer -> management
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .jobDefinitionId(timer.getId())
                                .count()
                        > 0)
                .map(JobDefinition::getActivityId)
                .toList();
    }

    private List<String> passedBy(HistoricProcessInstance instance) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).list().stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    /** The one living instance of the model with that business key. */
    public ProcessInstance living(String process, String businessKey) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .singleResult();
    }
}
