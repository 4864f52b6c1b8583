package io.hourglass;

import io.hourglass.engine.SettableClock;
import io.hourglass.messages.outbox.WantedKinds;
import java.time.Instant;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Before each test: no inquiry, no process, no book day, and the clocks at {@link #START}. */
public class CleanSlate implements TestExecutionListener {

    /** A Monday, ten in the morning in Shanghai. */
    public static final Instant START = Instant.parse("2026-03-02T02:00:00Z");

    private static final String[] TABLES = {
        "outgoing_mail",
        "mail_choice",
        "mail_recipient",
        "mailbox_cursor",
        "mailbox_secret",
        "mailbox",
        "stream_event",
        "stream_kind",
        "delivery",
        "webhook_kind",
        "webhook",
        "event",
        "lookout",
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
        "import_line",
        "import_chunk",
        "import_file",
        "parked_fact",
        "incoming_delivery",
        "relayed_mail",
        "mailbox_fact",
        "outage",
        "follow_up_mail",
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

    /** The engine's tables, those first that refer to others; models stay, and what belongs to them. */
    private static final String[] OF_PROCESSES = {
        "act_ru_identitylink",
        "act_ru_ext_task",
        "act_ru_incident",
        "act_ru_variable where execution_id_ is not null",
        "act_ru_task",
        "act_ru_event_subscr where execution_id_ is not null",
        "act_ru_job where process_instance_id_ is not null",
        "act_ru_execution",
        "act_hi_procinst",
        "act_hi_actinst",
        "act_hi_taskinst",
        "act_hi_varinst",
        "act_hi_detail",
        "act_hi_comment",
        "act_hi_attachment",
        "act_hi_identitylink",
        "act_hi_incident",
        "act_hi_job_log",
        "act_hi_ext_task_log",
        "act_hi_op_log where proc_inst_id_ is not null"
    };

    @Override
    public void beforeTestMethod(TestContext test) {
        var context = test.getApplicationContext();
        BpmnAwareTests.init(context.getBean(ProcessEngine.class));
        var jdbc = context.getBean(JdbcClient.class);
        endProcesses(jdbc);
        empty(jdbc);
        context.getBean(WantedKinds.class).refresh();
        context.getBean(SettableClock.class).set(START);
    }

    @Override
    public void afterTestMethod(TestContext test) {
        test.getApplicationContext().getBean(SettableClock.class).release();
    }

    /** As rows: one by one, through the engine, they took longer than many a test. */
    private static void endProcesses(JdbcClient jdbc) {
        jdbc.sql("update act_ru_execution set parent_id_ = null, super_exec_ = null, proc_inst_id_ = id_")
                .update();
        jdbc.sql("update act_ru_incident set cause_incident_id_ = null, root_cause_incident_id_ = null")
                .update();
        for (var table : OF_PROCESSES) {
            jdbc.sql("delete from " + table).update();
        }
    }

    /** All of our own tables but the policy's. */
    static void empty(JdbcClient jdbc) {
        for (var table : TABLES) {
            jdbc.sql("delete from hourglass." + table).update();
        }
        jdbc.sql("delete from hourglass.policy where version > 1").update();
        jdbc.sql("update hourglass.standing_feed set last_seq = 0").update();
        jdbc.sql("update hourglass.stream_sender set holder = null, held_until = null")
                .update();
        jdbc.sql("update hourglass.books set first_day = null, last_day = null").update();
    }
}
