package io.hourglass.engine;

import static io.hourglass.CleanSlate.START;
import static io.hourglass.inquiry.Marketplace.BUYER;
import static io.hourglass.inquiry.Marketplace.SUPPLIER;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.HourglassTest;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.dispute.RaiseDispute;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.InquiryId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** With a reply deadline after the window, so that each timer of the models has an instant of its own. */
@HourglassTest
@TestPropertySource(properties = "hourglass.policy.reply-within=PT96H")
@DirtiesContext
@DisplayName("A job that comes to be executed before its own instant")
class EarlyJobsTest {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final String MONDAY = "2026-03-02";
    private static final InquiryId ID = new InquiryId("i");
    private static final String PUMPS = "Hardware/Pumps";

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private InquiryFiles files;

    @Autowired
    private RaiseDispute raise;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private BatchedTimers groups;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    /** Each job of the models that waits for an instant. */
    enum Waiting {
        WindowClosed("inquiry", "i"),
        ReplyDeadlinePassed("inquiry", "i"),
        OfferExpired("inquiry", "i"),
        ChoiceExpired("referral", "i"),
        DecisionOverdue("dispute", "d"),
        BooksClose("dayClose", MONDAY),
        SettleDay("dayClose", MONDAY);

        private final String model;
        private final String key;

        Waiting(String model, String key) {
            this.model = model;
            this.key = key;
        }
    }

    enum Way {
        BY_HAND,
        AT_ANOTHER_DUE_DATE,
        AS_THE_CLOCK_WENT_AHEAD_AND_BACK,
        AFTER_ITS_LAST_TRY
    }

    static Stream<Arguments> eachInEachWay() {
        return Arrays.stream(Waiting.values())
                .flatMap(waiting -> Arrays.stream(Way.values()).map(way -> Arguments.of(waiting, way)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("eachInEachWay")
    @DisplayName("is put back to it with all its tries, moves nothing, and is executed once, at its instant")
    void putBack(Waiting waiting, Way way) {
        anInquiryAndADispute();
        var due = comeNear(waiting);
        var before = state();
        var tries = job(waiting).getRetries();
        execute(job(waiting), way);

        assertThat(state()).isEqualTo(before);
        assertThat(job(waiting).getDuedate()).isEqualTo(Date.from(due));
        assertThat(job(waiting).getRetries()).isEqualTo(tries);
        assertThat(runtime.createIncidentQuery().count()).isZero();

        marketplace.passTo(due.minusMillis(1));
        assertThat(state()).isEqualTo(before);
        marketplace.passTo(due);
        marketplace.pass(Duration.ofDays(2));
        assertThat(timesDone(waiting)).isEqualTo(1);
        assertThat(jobs(waiting)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Waiting.class)
    @DisplayName("stays suspended if it was")
    void suspended(Waiting waiting) {
        anInquiryAndADispute();
        assertThat(comeNear(waiting)).isAfter(clock.instant());
        management.suspendJobById(job(waiting).getId());
        management.executeJob(job(waiting).getId());

        assertThat(job(waiting).isSuspended()).isTrue();
    }

    @ParameterizedTest(name = "{0} minutes later")
    @ValueSource(longs = {-60, 60 * 24 * 40})
    @DisplayName(
            "but was moved, and comes to be executed after it, is executed once, and the next of its wait is armed")
    void moved(long minutes) {
        anInquiryAndADispute();
        var due = comeNear(Waiting.ReplyDeadlinePassed);
        var moved = due.plus(Duration.ofMinutes(minutes));
        management.setJobDuedate(job(Waiting.ReplyDeadlinePassed).getId(), Date.from(moved));
        clock.set(due);
        management.executeJob(job(Waiting.ReplyDeadlinePassed).getId());

        assertThat(timesDone(Waiting.ReplyDeadlinePassed)).isEqualTo(1);
        assertThat(jobs(Waiting.ReplyDeadlinePassed)).isEmpty();
        assertThat(job(Waiting.OfferExpired).getDuedate()).isEqualTo(Date.from(offerExpires()));
        assertThat(jdbc.sql("select due_at = fired_at from hourglass.timer_firing where timer = '"
                                + InquiryNodes.REPLY_DEADLINE_PASSED + "'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    @DisplayName("is put back alone where others of its group are due")
    void inAGroup() {
        anInquiryAndADispute();
        marketplace.pass(Duration.ofMinutes(20));
        var late = marketplace.inquiry("late");
        marketplace.passTo(START.plus(Duration.ofDays(4).minusMillis(1)));
        clock.set(START.plus(Duration.ofDays(4)));
        var jobs = management.createJobQuery().activityId(InquiryNodes.REPLY_DEADLINE_PASSED).list().stream()
                .map(Job::getId)
                .toList();
        assertThat(jobs).hasSize(2);
        groups.fire(jobs);

        assertThat(timesDone(Waiting.ReplyDeadlinePassed)).isEqualTo(1);
        assertThat(files.open(late).notices()).isEmpty();
        assertThat(management
                        .createJobQuery()
                        .activityId(InquiryNodes.REPLY_DEADLINE_PASSED)
                        .singleResult()
                        .getDuedate())
                .isEqualTo(Date.from(START.plus(Duration.ofDays(4)).plus(Duration.ofMinutes(20))));
    }

    private void anInquiryAndADispute() {
        marketplace.supplier("other", PUMPS);
        marketplace.inquiry(ID.value(), BUYER, SUPPLIER, PUMPS, "Hand pumps.");
        raise.raise(new RaiseDispute.Raised(
                new DisputeId("d"),
                ID,
                new Claim(InquiryFactKind.REPLIED, START, AuthorKind.HUMAN, null),
                "A log.",
                "li.wei"));
    }

    /** To half an hour before the job is due. */
    private Instant comeNear(Waiting waiting) {
        return switch (waiting) {
            case WindowClosed -> comeTo(START.plus(Duration.ofDays(3)));
            case ReplyDeadlinePassed -> comeTo(START.plus(Duration.ofDays(4)));
            case OfferExpired -> comeTo(offerExpires());
            case ChoiceExpired -> askForAlternatives();
            case DecisionOverdue -> comeTo(decideBy());
            case BooksClose -> comeTo(booksClose());
            case SettleDay -> closeAndGoBack();
        };
    }

    private void execute(Job job, Way way) {
        var now = clock.instant();
        switch (way) {
            case BY_HAND -> management.executeJob(job.getId());
            case AT_ANOTHER_DUE_DATE -> {
                management.setJobDuedate(job.getId(), Date.from(now));
                groups.fire(List.of(job.getId()));
            }
            case AS_THE_CLOCK_WENT_AHEAD_AND_BACK -> {
                clock.set(now.plus(Duration.ofHours(1)));
                assertThat(management
                                .createJobQuery()
                                .jobId(job.getId())
                                .executable()
                                .count())
                        .isEqualTo(1);
                clock.set(now);
                groups.fire(List.of(job.getId()));
            }
            case AFTER_ITS_LAST_TRY -> {
                management.setJobRetries(job.getId(), 0);
                management.executeJob(job.getId());
            }
        }
    }

    private Instant comeTo(Instant due) {
        marketplace.passTo(due.minus(HALF_AN_HOUR));
        return due;
    }

    private Instant askForAlternatives() {
        marketplace.pass(Duration.ofDays(4));
        assertThat(marketplace.askForAlternatives(ID).refusal()).isNull();
        return comeTo(offerExpires());
    }

    private Instant closeAndGoBack() {
        var closes = comeTo(booksClose());
        clock.set(closes);
        management.executeJob(job(Waiting.BooksClose).getId());
        clock.set(closes.minus(HALF_AN_HOUR));
        return closes;
    }

    private Instant offerExpires() {
        return files.open(ID).judgement().clocks().offerExpires();
    }

    private Instant booksClose() {
        return files.open(ID).judgement().clocks().booksClose();
    }

    private Instant decideBy() {
        return job(Waiting.DecisionOverdue).getDuedate().toInstant();
    }

    private Job job(Waiting waiting) {
        assertThat(jobs(waiting)).hasSize(1);
        return jobs(waiting).get(0);
    }

    private List<Job> jobs(Waiting waiting) {
        var process = runtime.createProcessInstanceQuery()
                .processDefinitionKey(waiting.model)
                .processInstanceBusinessKey(waiting.key)
                .singleResult();
        return process == null
                ? List.of()
                : management
                        .createJobQuery()
                        .processInstanceId(process.getId())
                        .activityId(waiting.name())
                        .list();
    }

    /** By the record of firings, or that of the settled day. */
    private long timesDone(Waiting waiting) {
        return waiting == Waiting.SettleDay
                ? count("ledger_seal where received_day = date '2026-03-02'")
                : count("timer_firing where timer = '" + waiting + "' and business_key = '" + waiting.key + "'");
    }

    /** What anybody could see of a token that moved. */
    private List<Object> state() {
        var tokens = runtime.createExecutionQuery().list().stream()
                .flatMap(execution -> runtime.getActiveActivityIds(execution.getId()).stream())
                .distinct()
                .sorted()
                .toList();
        return List.of(
                count("verdict_entry"),
                count("buyer_notice"),
                count("timer_firing"),
                count("ledger_seal"),
                count("dispute where state = 'OPEN'"),
                tokens);
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from hourglass." + what)
                .query(Long.class)
                .single();
    }
}
