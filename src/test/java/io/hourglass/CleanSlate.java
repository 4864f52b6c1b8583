package io.hourglass;

import io.hourglass.engine.SettableClock;
import java.time.Instant;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Before each test: no inquiry, no process, no book day, and the clocks at {@link #START}. */
public class CleanSlate implements TestExecutionListener {

    /** A Monday, ten in the morning in Shanghai. */
    public static final Instant START = Instant.parse("2026-03-02T02:00:00Z");

    private static final String[] TABLES = {
        "restatement",
        "dispute",
        "admitted_fact",
        "ledger_marks",
        "ledger_seal",
        "ledger_record",
        "ledger_person",
        "fact_text",
        "fact",
        "thread_message",
        "mail_tie",
        "buyer_notice",
        "referral_pick",
        "referral_candidate",
        "referral",
        "served_count",
        "inquiry",
        "caught_account",
        "buyer_registration",
        "marked_buyer",
        "consultation",
        "chat_account",
        "supplier_category",
        "supplier_word",
        "display_choice",
        "standing_event",
        "supplier",
        "buyer",
        "verdict_entry",
        "day_bucket",
        "published_number",
        "book_day",
        "timer_firing",
        "sample_marketplace",
        "account",
        "preference",
        "api_key",
        "untold_process",
        "reconciled",
        "process_path",
        "holiday",
        "work_calendar"
    };

    @Override
    public void beforeTestMethod(TestContext test) {
        var context = test.getApplicationContext();
        BpmnAwareTests.init(context.getBean(ProcessEngine.class));
        var runtime = context.getBean(RuntimeService.class);
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(instance -> runtime.deleteProcessInstanceIfExists(
                        instance.getId(), "clean slate", false, false, false, false));
        var history = context.getBean(HistoryService.class);
        history.createHistoricProcessInstanceQuery()
                .list()
                .forEach(instance -> history.deleteHistoricProcessInstanceIfExists(instance.getId()));
        empty(context.getBean(JdbcClient.class));
        context.getBean(SettableClock.class).set(START);
    }

    @Override
    public void afterTestMethod(TestContext test) {
        test.getApplicationContext().getBean(SettableClock.class).release();
    }

    /** All of our own tables but the policy's. */
    static void empty(JdbcClient jdbc) {
        for (var table : TABLES) {
            jdbc.sql("delete from hourglass." + table).update();
        }
        jdbc.sql("delete from hourglass.policy where version > 1").update();
        jdbc.sql("update hourglass.standing_feed set last_seq = 0").update();
        jdbc.sql("update hourglass.books set first_day = null, last_day = null").update();
    }
}
