package io.hourglass.bench.contender;

import io.hourglass.bench.measure.Meter;
import io.hourglass.bench.measure.Patience;
import io.hourglass.bench.work.Happening;
import io.hourglass.bench.work.Lifecycle;
import io.hourglass.bench.work.Slice;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.intake.Submission;
import io.hourglass.inquiry.intake.SubmitInquiry;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hourglass: its own use cases, called by many at once, its own job executor, its own day closes. */
public final class HourglassItself implements Contender {

    private final Database database;
    private final Meter meter;
    private final int callers;
    private final HourglassNode node;
    private final SubmitInquiry submit;
    private final RecordFact record;
    private final EngineTimers timers;
    private final JdbcClient direct;

    public HourglassItself(Database database, Meter meter, int callers) {
        this.database = database;
        this.meter = meter;
        this.callers = callers;
        this.node = new HourglassNode(database, meter);
        this.submit = node.bean(SubmitInquiry.class);
        this.record = node.bean(RecordFact.class);
        this.timers = new EngineTimers(node.bean(JobExecutor.class), database, node.bean(SettableClock.class)::set);
        this.direct = database.direct();
        timers.rest();
    }

    /** For trials that ask it for more than lifecycles. */
    public <T> T bean(Class<T> type) {
        return node.bean(type);
    }

    @Override
    public void submit(List<Lifecycle> group) {
        group.forEach(one -> submit.submit(Submission.builder()
                .id(one.id())
                .buyer(one.buyer())
                .supplier(one.supplier())
                .channel(Channel.WEB)
                .receivedAt(one.clocks().receivedAt())
                .spamReason(one.isSpam() ? KeptFact.SPAM_REASON : null)
                .build()));
    }

    @Override
    public void record(List<Happening> group) {
        group.forEach(one -> record.record(FactReport.builder()
                .id(one.id())
                .inquiry(one.of().id())
                .kind(one.kind())
                .author(one.kind() == InquiryFactKind.REPLIED ? AuthorKind.HUMAN : null)
                .channel(Channel.WEB)
                .occurredAt(one.occurredAt())
                .build()));
    }

    /** The day close is a process like any other: its timer is due, and then a job of its own. */
    @Override
    public void settle(Slice slice) {
        timers.fireDue();
        Patience.until(() -> isPublished(slice), () -> "the numbers of " + slice.day() + " are not published");
    }

    private boolean isPublished(Slice slice) {
        return direct.sql("select count(*) from hourglass.book_day where received_day = ? and published_on is not null")
                        .param(slice.day())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    @Override
    public Name name() {
        return Name.HOURGLASS;
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public Meter meter() {
        return meter;
    }

    @Override
    public int callers() {
        return callers;
    }

    @Override
    public int group() {
        return 1;
    }

    @Override
    public void expect(Slice slice) {}

    @Override
    public void moveTo(Instant instant) {
        timers.moveTo(instant);
    }

    @Override
    public void fireDue() {
        timers.fireDue();
    }

    @Override
    public long dueTimers() {
        return timers.due();
    }

    @Override
    public void rest() {
        timers.rest();
    }

    @Override
    public void renewConnections() {
        node.renewConnections();
    }

    @Override
    public void close() {
        bean(SettableClock.class).release();
        node.close();
    }
}
