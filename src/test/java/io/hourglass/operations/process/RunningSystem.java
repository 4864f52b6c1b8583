package io.hourglass.operations.process;

import static io.hourglass.CleanSlate.START;
import static io.hourglass.inquiry.Marketplace.BUYER;
import static io.hourglass.inquiry.Marketplace.SUPPLIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.hourglass.HourglassTest;
import io.hourglass.OwnTables;
import io.hourglass.Processes;
import io.hourglass.access.web.As;
import io.hourglass.bpmn.ChatNodes;
import io.hourglass.bpmn.DayCloseNodes;
import io.hourglass.bpmn.DisputeNodes;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.bpmn.ReferralNodes;
import io.hourglass.chat.Chats;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.dispute.RaiseDispute;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.lists.SupplierCases;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.operations.Dashboard;
import io.hourglass.operations.deeds.NothingToRetry;
import io.hourglass.operations.deeds.Reason;
import io.hourglass.operations.deeds.RetryFailedStep;
import io.hourglass.operations.map.EndedInquiries;
import io.hourglass.operations.map.EndedInquiries.Ended;
import io.hourglass.operations.work.DayCloses.Unsettled;
import io.hourglass.operations.work.DayCloses.Why;
import io.hourglass.operations.work.Incidents;
import io.hourglass.operations.work.OpenWork;
import io.hourglass.operations.work.OpenWork.Step;
import io.hourglass.operations.work.OpenWork.Waiting;
import io.hourglass.operations.work.Stops;
import io.hourglass.operations.work.Stops.Counts;
import io.hourglass.operations.work.Stops.Kind;
import io.hourglass.operations.work.Stops.Stopped;
import io.hourglass.operations.work.Workflow;
import io.hourglass.policy.ChangePolicies;
import io.hourglass.referral.ReferralContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** What the engine's tables say of living processes, asked of a real database. */
@HourglassTest
abstract class RunningSystem {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant DEADLINE = START.plus(Duration.ofDays(3));
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    /** The start of Saturday in Shanghai. */
    private static final Instant BOOKS_CLOSE = Instant.parse("2026-03-06T16:00:00Z");

    private static final Reason REASON = new Reason("The disk has room again.");

    @Autowired
    private Chats chats;

    @Autowired
    private OpenWork waits;

    @Autowired
    private ReferralContext dealings;

    @Autowired
    private EndedInquiries ended;

    @Autowired
    private Incidents incidents;

    @Autowired
    private RetryFailedStep retry;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Stops stops;

    @Autowired
    private Dashboard overview;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ManagementService management;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private RaiseDispute raise;

    @Autowired
    private Processes processes;

    @Autowired
    private SupplierCases suppliersCases;

    @Autowired
    private ChangePolicies policies;

    @Autowired
    private JdbcClient jdbc;

    private InquiryId inquiry(String id) {
        return marketplace.inquiry(id, new BuyerId("buyer of " + id), SUPPLIER, marketplace.now(), null);
    }

    private List<Long> underAnHourAndUnder72() {
        return waits.open(List.of(Duration.ZERO, HOUR, Duration.ofDays(3)), 0).withLessThan();
    }

    private List<Waiting> breakingNext(int limit) {
        return waits.open(List.of(), limit).breakingNext();
    }

    private void nothingIsOwed() {
        assertThat(underAnHourAndUnder72()).containsExactly(0L, 0L, 0L, 0L);
        assertThat(breakingNext(10)).isEmpty();
        assertThat(dealings.openInquiriesOf(List.of(SUPPLIER))).isEmpty();
    }

    private void isOwed(String... inquiries) {
        assertThat(underAnHourAndUnder72()).last().isEqualTo((long) inquiries.length);
        assertThat(breakingNext(10)).extracting(Waiting::key).containsExactly(inquiries);
        assertThat(breakingNext(1)).extracting(Waiting::key).containsExactly(inquiries[0]);
        assertThat(dealings.openInquiriesOf(List.of(SUPPLIER))).isEqualTo(Map.of(SUPPLIER, inquiries.length));
    }

    /** Two of one buyer's on one day, an hour apart. */
    private List<InquiryId> anchorAndDuplicate() {
        var anchor = marketplace.inquiry("anchor", BUYER, SUPPLIER, marketplace.now(), null);
        marketplace.pass(HOUR);
        return List.of(anchor, marketplace.inquiry("duplicate", BUYER, SUPPLIER, marketplace.now(), null));
    }

    @Test
    @DisplayName("one reply is owed to an anchor and its duplicate, and none once it came to either of them")
    void duplicates() {
        anchorAndDuplicate();
        isOwed("anchor");
        marketplace.reply(new InquiryId("anchor"));
        nothingIsOwed();
        inquiry("further");
        isOwed("further");
    }

    @Test
    @DisplayName("nothing is owed to an anchor that was answered through its duplicate")
    void answeredThroughDuplicate() {
        marketplace.reply(anchorAndDuplicate().get(1));
        nothingIsOwed();
    }

    @Test
    @DisplayName("a duplicate whose anchor is rejected takes its place, and a reply is owed to it")
    void anchorRejected() {
        marketplace.reject(anchorAndDuplicate().get(0), marketplace.now());
        isOwed("duplicate");
    }

    @Test
    @DisplayName("a reply is owed to each of two anchors of a pair, a day apart, and to the other once one is answered")
    void twoAnchors() {
        var first = marketplace.inquiry("first", BUYER, SUPPLIER, marketplace.now(), null);
        marketplace.pass(Duration.ofDays(1));
        marketplace.inquiry("second", BUYER, SUPPLIER, marketplace.now(), null);
        isOwed("first", "second");
        marketplace.reply(first);
        isOwed("second");
    }

    @Test
    @DisplayName("nothing is owed once the supplier has answered, rejected or reported, or the buyer took it back")
    void nothingOwed() {
        marketplace.reply(inquiry("answered"));
        marketplace.reject(inquiry("rejected"), marketplace.now());
        marketplace.reportSpam(inquiry("spam"), marketplace.now());
        marketplace.happens(inquiry("withdrawn"), InquiryFactKind.WITHDRAWN, null, marketplace.now());
        nothingIsOwed();
    }

    @Test
    @DisplayName("nothing is owed where a reply is known although the process is suspended and could not be told")
    void untold() {
        var id = inquiry("i");
        runtime.suspendProcessInstanceById(processes.of(id).getId());
        isOwed("i");
        marketplace.reply(id);
        nothingIsOwed();
    }

    @Test
    @DisplayName("an inquiry is overdue past its deadline, and has less than an hour left just past the hour before")
    void bands() {
        inquiry("i");
        assertThat(underAnHourAndUnder72()).containsExactly(0L, 0L, 0L, 1L);
        marketplace.passTo(START.plusMillis(1));
        assertThat(underAnHourAndUnder72()).containsExactly(0L, 0L, 1L, 1L);
        marketplace.passTo(DEADLINE.minus(HOUR));
        assertThat(underAnHourAndUnder72()).containsExactly(0L, 0L, 1L, 1L);
        marketplace.passTo(DEADLINE.minus(HOUR).plusMillis(1));
        assertThat(underAnHourAndUnder72()).containsExactly(0L, 1L, 1L, 1L);
        marketplace.passTo(DEADLINE);
        assertThat(underAnHourAndUnder72()).containsExactly(0L, 1L, 1L, 1L);
        marketplace.passTo(DEADLINE.plusMillis(1));
        assertThat(underAnHourAndUnder72()).containsExactly(1L, 1L, 1L, 1L);
    }

    @Test
    @DisplayName("an inquiry that was answered is not open, nor is one whose buyer asked for alternatives")
    void open() {
        marketplace.supplier("other", "Hardware/Pumps");
        var asked = marketplace.inquiry("asked", BUYER, SUPPLIER, "Hardware/Pumps", "pumps");
        marketplace.passTo(DEADLINE);
        marketplace.reply(inquiry("answered"));
        inquiry("open");
        marketplace.askForAlternatives(asked);
        assertThat(underAnHourAndUnder72()).last().isEqualTo(1L);
    }

    @Test
    @DisplayName("the inquiries that break next come by their deadlines, and overdue ones are not among them")
    void breakingNext() {
        inquiry("overdue");
        marketplace.pass(HOUR);
        inquiry("second");
        inquiry("third");
        marketplace.passTo(DEADLINE.plusMillis(1));
        assertThat(breakingNext(10)).extracting(Waiting::key).containsExactly("second", "third");
        assertThat(breakingNext(1)).singleElement().satisfies(next -> {
            assertThat(next.due()).isEqualTo(DEADLINE.plus(HOUR));
            assertThat(next.since()).isEqualTo(START.plus(HOUR));
            assertThat(next.supplier()).isEqualTo(SUPPLIER);
            assertThat(next.buyer()).isEqualTo(new BuyerId("buyer of second"));
            assertThat(next.instance())
                    .isEqualTo(processes.of(new InquiryId("second")).getId());
        });
        marketplace.passTo(DEADLINE.plus(HOUR));
        assertThat(breakingNext(10)).hasSize(2);
    }

    /** Of the third of March on 24 hours instead of 72. */
    private void aDayToReplyFromTomorrowOn() {
        var rules =
                policies.copy("reply", 1, JsonNodeFactory.instance.objectNode().put("replyWithin", "PT24H"));
        policies.activate(new ChangePolicies.Draft("reply", MONDAY.plusDays(1), rules), "A test.");
    }

    @Test
    @DisplayName("each inquiry breaks by the version at its receipt: one of 24 hours before an older one of 72")
    void acrossVersions() {
        aDayToReplyFromTomorrowOn();
        inquiry("of 72 hours");
        marketplace.pass(Duration.ofDays(1));
        inquiry("of 24 hours");
        isOwed("of 24 hours", "of 72 hours");
        assertThat(suppliersCases.waiting(SUPPLIER))
                .extracting(one -> one.inquiry().id().value())
                .containsExactly("of 24 hours", "of 72 hours");
        marketplace.pass(Duration.ofDays(1));
        assertThat(breakingNext(10)).extracting(Waiting::key).containsExactly("of 24 hours", "of 72 hours");
        assertThat(suppliersCases.waiting(SUPPLIER))
                .extracting(one -> one.inquiry().id().value())
                .containsExactly("of 72 hours");
        marketplace.pass(Duration.ofMillis(1));
        assertThat(breakingNext(10)).extracting(Waiting::key).containsExactly("of 72 hours");
        assertThat(dealings.openInquiriesOf(List.of(SUPPLIER))).isEqualTo(Map.of(SUPPLIER, 1));
    }

    @Test
    @DisplayName("what breaks next is found without reading the inquiries whose deadline has passed")
    void planOfBreakingNext() {
        inquiry("i");
        many(6000, OF_THE_PAST);
        many(300, WAITING);
        jdbc.sql("analyze").update();
        var plan = OwnTables.planOf(
                jdbc,
                EngineWaits.BREAKING_NEXT,
                Workflow.INQUIRY.key(),
                InquiryNodes.KEEP_CASE_OPEN,
                UtcColumn.of(START),
                10,
                0);
        jdbc.sql("delete from ACT_RU_EXECUTION where BUSINESS_KEY_ like 'past-%'")
                .update();
        assertThat(plan)
                .containsPattern(
                        "Index Scan using inquiry_(due|pkey)|HOURGLASS.PRIMARY_KEY\\S*: ID = PROCESS.BUSINESS_KEY_")
                .doesNotContainPattern("Seq Scan on inquiry|INQUIRY\\S*tableScan");
    }

    private void many(int rows, String insert) {
        var numbers = Stream.iterate(1, n -> n + 1).limit(rows).toArray();
        jdbc.sql(insert).param(new SqlArrayValue("integer", numbers)).update();
    }

    private static final String OF_THE_PAST =
            """
            insert into hourglass.inquiry (id, buyer, supplier, channel, received_at, recorded_at, received_day,
                policy_version, reply_due_at)
            select 'past-' || n, 'b-' || n, supplier, channel, received_at, recorded_at, received_day, policy_version,
                reply_due_at - (72 + n / 20) * interval '1' hour
            from hourglass.inquiry, unnest(cast(? as integer array)) as t(n) where id = 'i'""";

    private static final String WAITING =
            """
            insert into ACT_RU_EXECUTION (ID_, REV_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_ID_, ACT_ID_,
                SUSPENSION_STATE_)
            select 'past-' || n, 1, 'past-' || n, 'past-' || n, PROC_DEF_ID_, ACT_ID_, SUSPENSION_STATE_
            from ACT_RU_EXECUTION, unnest(cast(? as integer array)) as t(n) where BUSINESS_KEY_ = 'i'""";

    @Test
    @DisplayName("a step tells how many wait there, since when the oldest does, and half of them")
    void steps() {
        for (var id : List.of("a", "b", "c")) {
            inquiry(id);
            marketplace.pass(HOUR);
        }
        assertThat(waits.stepsOf(Workflow.INQUIRY))
                .containsExactly(new Step(InquiryNodes.KEEP_CASE_OPEN, 3, 0, START, START.plus(HOUR)));
        assertThat(waits.stepsOf(Workflow.DAY_CLOSE))
                .containsExactly(new Step(DayCloseNodes.BOOKS_CLOSE, 1, 0, START, START));
        assertThat(waits.stepsOf(Workflow.REFERRAL)).isEmpty();
        assertThat(waits.stepsOf(Workflow.DISPUTE)).isEmpty();
    }

    @Test
    @DisplayName("a referral waits for its buyer until the offer expires, in its own process and in the inquiry's")
    void referral() {
        marketplace.supplier("other", "Hardware/Pumps");
        var asked = marketplace.inquiry("asked", BUYER, SUPPLIER, "Hardware/Pumps", "pumps");
        marketplace.passTo(DEADLINE.plus(HOUR));
        marketplace.askForAlternatives(asked);
        var since = DEADLINE.plus(HOUR);
        var expires = DEADLINE.plus(Duration.ofDays(14));
        assertThat(waits.stepsOf(Workflow.INQUIRY))
                .containsExactly(new Step(InquiryNodes.FIND_ALTERNATIVES, 1, 0, since, since));
        assertThat(waits.at(Workflow.INQUIRY, InquiryNodes.FIND_ALTERNATIVES, 0, 10))
                .containsExactly(Waiting.builder()
                        .instance(processes.of(asked).getId())
                        .key("asked")
                        .step(InquiryNodes.FIND_ALTERNATIVES)
                        .since(since)
                        .due(expires)
                        .inquiry(asked)
                        .supplier(SUPPLIER)
                        .buyer(BUYER)
                        .stopped(false)
                        .build());
        assertThat(waits.at(Workflow.REFERRAL, ReferralNodes.AWAIT_BUYERS_CHOICE, 0, 10))
                .containsExactly(Waiting.builder()
                        .instance(processes.referralOf(asked).getId())
                        .key("asked")
                        .step(ReferralNodes.AWAIT_BUYERS_CHOICE)
                        .since(since)
                        .due(expires)
                        .inquiry(asked)
                        .supplier(SUPPLIER)
                        .buyer(BUYER)
                        .stopped(false)
                        .build());
    }

    @Test
    @DisplayName("an inquiry has ended once no process of it waits, and the latest received comes first")
    void ended() {
        marketplace.reply(inquiry("first"));
        marketplace.pass(HOUR);
        inquiry("waits");
        marketplace.reply(inquiry("second"));
        assertThat(ended.latest(0, 10))
                .containsExactly(
                        new Ended(
                                new InquiryId("second"),
                                SUPPLIER,
                                new BuyerId("buyer of second"),
                                START.plus(HOUR),
                                InquiryState.TIMELY),
                        new Ended(
                                new InquiryId("first"),
                                SUPPLIER,
                                new BuyerId("buyer of first"),
                                START,
                                InquiryState.TIMELY));
        assertThat(ended.latest(1, 1))
                .singleElement()
                .satisfies(one -> assertThat(one.inquiry().value()).isEqualTo("first"));
        marketplace.passTo(DEADLINE.plus(HOUR));
        assertThat(ended.latest(0, 10)).as("overdue is not over").hasSize(2);
    }

    @Test
    @DisplayName("a dispute waits to be decided, and is about an inquiry")
    void dispute() {
        var contested = inquiry("contested");
        marketplace.passTo(DEADLINE.plus(HOUR));
        raise.raise(new RaiseDispute.Raised(
                new DisputeId("d"),
                contested,
                new Claim(InquiryFactKind.REPLIED, START.plus(HOUR), AuthorKind.HUMAN, null),
                "The log of our mail server.",
                As.supplier(SUPPLIER.value()).name()));
        assertThat(waits.at(Workflow.DISPUTE, DisputeNodes.DECIDE_DISPUTE, 0, 10))
                .singleElement()
                .satisfies(waiting -> {
                    assertThat(waiting.key()).isEqualTo("d");
                    assertThat(waiting.inquiry()).isEqualTo(contested);
                    assertThat(waiting.since()).isEqualTo(DEADLINE.plus(HOUR));
                    assertThat(waiting.due()).isAfter(DEADLINE.plus(Duration.ofDays(29)));
                });
    }

    @Test
    @DisplayName("what waits at a step comes by the time left, page by page")
    void pages() {
        for (var id : List.of("b", "a", "c")) {
            inquiry(id);
        }
        assertThat(waits.at(Workflow.INQUIRY, InquiryNodes.KEEP_CASE_OPEN, 0, 2))
                .extracting(Waiting::key)
                .containsExactly("a", "b");
        assertThat(waits.at(Workflow.INQUIRY, InquiryNodes.KEEP_CASE_OPEN, 2, 2))
                .extracting(Waiting::key)
                .containsExactly("c");
        assertThat(waits.at(Workflow.INQUIRY, InquiryNodes.FIND_ALTERNATIVES, 0, 2))
                .isEmpty();
    }

    private void closeFails(int times) {
        inquiry("i");
        processes.failClose(MONDAY, BOOKS_CLOSE, times);
    }

    @Test
    @DisplayName("a step that failed once is tried again, and says what it threw and when it comes next")
    void failedOnce() {
        closeFails(1);
        assertThat(incidents.count()).isEqualTo(1);
        assertThat(incidents.all(0, 10)).singleElement().satisfies(failed -> {
            assertThat(failed.process()).isEqualTo("dayClose");
            assertThat(failed.step()).isEqualTo(DayCloseNodes.SETTLE_DAY);
            assertThat(failed.key()).isEqualTo(MONDAY.toString());
            assertThat(failed.message()).contains(Processes.WHY_A_CLOSE_FAILS);
            assertThat(failed.retriesLeft()).isEqualTo(4);
            assertThat(failed.since()).isNull();
            assertThat(failed.nextTry()).isEqualTo(BOOKS_CLOSE.plusSeconds(60));
            assertThat(incidents.stackTrace(failed.id()).orElseThrow())
                    .contains("at io.hourglass.rate.close.DayPublication");
        });
        assertThat(waits.stepsOf(Workflow.DAY_CLOSE))
                .contains(new Step(DayCloseNodes.SETTLE_DAY, 1, 0, BOOKS_CLOSE, BOOKS_CLOSE));
    }

    @Test
    @DisplayName("a step that failed five times is given up; a retry begins anew, and succeeds once the cause is gone")
    void givenUpAndRetried() {
        closeFails(5);
        var failed = incidents.all(0, 10).get(0);
        assertThat(failed.givenUp()).isTrue();
        assertThat(failed.since()).isEqualTo(BOOKS_CLOSE);
        assertThat(failed.nextTry()).isNull();
        assertThat(incidents.dueBy(BOOKS_CLOSE))
                .as("the timer of the inquiry, and not the step given up")
                .isEqualTo(new Incidents.Due(1, DEADLINE));

        processes.mendClose();
        retry.retry(failed.id(), REASON);
        assertThat(incidents.find(failed.id()).orElseThrow().retriesLeft()).isEqualTo(5);
        assertThat(incidents.dueBy(BOOKS_CLOSE)).isEqualTo(new Incidents.Due(2, DEADLINE));
        var monday = processes.of(MONDAY);
        execute(job(DayCloseNodes.SETTLE_DAY, monday));
        assertThat(monday).isEnded();
        assertThat(incidents.all(0, 10)).isEmpty();
        assertThat(incidents.find(failed.id())).isEmpty();
    }

    @Test
    @DisplayName("the close of a day is retried by its day, and only if something of it has failed")
    void closeRetried() {
        closeFails(5);
        retry.retryClose(TrackDay.ofInquiries(MONDAY), REASON);
        processes.mendClose();
        execute(job(DayCloseNodes.SETTLE_DAY, processes.of(MONDAY)));
        assertThatThrownBy(() -> retry.retryClose(TrackDay.ofInquiries(MONDAY), REASON))
                .isInstanceOf(NothingToRetry.class)
                .hasMessageContaining("settled");
        assertThatThrownBy(() -> retry.retryClose(TrackDay.ofInquiries(MONDAY.plusDays(1)), REASON))
                .isInstanceOf(NothingToRetry.class)
                .hasMessageContaining("open until");
    }

    @Test
    @DisplayName("a timer is due at its instant and not a millisecond before")
    void due() {
        inquiry("i");
        assertThat(incidents.dueBy(DEADLINE.minusMillis(1))).isEqualTo(new Incidents.Due(0, null));
        assertThat(incidents.dueBy(DEADLINE)).isEqualTo(new Incidents.Due(1, DEADLINE));
    }

    private void inEachModel() {
        marketplace.supplier("other", "Hardware/Pumps");
        var asked = marketplace.inquiry("asked", BUYER, SUPPLIER, "Hardware/Pumps", "pumps");
        marketplace.passTo(DEADLINE.plus(HOUR));
        marketplace.askForAlternatives(asked);
        raise.raise(new RaiseDispute.Raised(
                new DisputeId("d"),
                asked,
                new Claim(InquiryFactKind.REPLIED, START.plus(HOUR), AuthorKind.HUMAN, null),
                "The log of our mail server.",
                As.supplier(SUPPLIER.value()).name()));
        inquiry("i");
        chats.asks(Chats.ANNA);
    }

    private String anInstanceOf(Workflow model) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(model.key())
                .list()
                .get(0)
                .getId();
    }

    private long stoppedStepsOf(Workflow model) {
        return waits.stepsOf(model).stream().mapToLong(Step::stopped).sum();
    }

    @Test
    @DisplayName("an open consultation waits until its day ends, and is gone from the map once it is answered")
    void consultation() {
        var id = chats.asks(Chats.ANNA).id();
        assertThat(waits.stepsOf(Workflow.CHAT)).singleElement().satisfies(step -> {
            assertThat(step.node()).isEqualTo(ChatNodes.KEEP_CONSULTATION_OPEN);
            assertThat(step.instances()).isEqualTo(1);
            assertThat(step.oldest()).isEqualTo(marketplace.now());
        });
        assertThat(waits.at(Workflow.CHAT, ChatNodes.KEEP_CONSULTATION_OPEN, 0, 10))
                .singleElement()
                .satisfies(waiting -> {
                    assertThat(waiting.key()).isEqualTo(id.value());
                    assertThat(waiting.due()).isEqualTo(Instant.parse("2026-03-02T16:00:00Z"));
                    assertThat(waiting.inquiry()).isNull();
                    assertThat(waiting.supplier()).isEqualTo(Chats.SHOP);
                    assertThat(waiting.buyer()).isEqualTo(Chats.BUYER);
                });
        chats.writes(Chats.ANNA);
        assertThat(waits.stepsOf(Workflow.CHAT)).isEmpty();
    }

    @Test
    @DisplayName(
            "a consultation whose timer has no tries left is told, stands still, and goes on once it is tried again")
    void consultationFailed() {
        var id = chats.asks(Chats.ANNA).id();
        var job = management
                .createJobQuery()
                .processInstanceId(anInstanceOf(Workflow.CHAT))
                .singleResult();
        management.setJobRetries(job.getId(), 0);
        assertThat(stoppedStepsOf(Workflow.CHAT)).isEqualTo(1);
        assertThat(incidents.all(0, 10)).singleElement().satisfies(failed -> {
            assertThat(failed.process()).isEqualTo(Workflow.CHAT.key());
            assertThat(failed.key()).isEqualTo(id.value());
        });
        assertThat(overview.now().incidentCount()).isEqualTo(1);
        retry.retry(job.getId(), REASON);
        assertThat(overview.now().incidentCount()).isZero();
        assertThat(stoppedStepsOf(Workflow.CHAT)).isZero();
        marketplace.pass(Duration.ofDays(1));
        assertThat(chats.booked(id)).containsExactly(ChatState.UNANSWERED);
    }

    @AfterEach
    void resumeAll() {
        for (var model : Workflow.values()) {
            repository.activateProcessDefinitionByKey(model.key(), true, null);
            management.activateJobDefinitionByProcessDefinitionKey(model.key(), true);
        }
    }

    @Test
    @DisplayName("where nothing is suspended and no tries are used up, nothing stands still")
    void nothingStopped() {
        inEachModel();
        assertThat(stops.counts()).isEqualTo(Counts.NONE);
        assertThat(stops.suspended(0, 10)).isEmpty();
        for (var model : Workflow.values()) {
            assertThat(stops.isSuspended(model)).isFalse();
            assertThat(stoppedStepsOf(model)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Workflow.class)
    @DisplayName("a suspended model is told as a definition, and its processes only where they are suspended with it")
    void suspendedDefinition(Workflow model) {
        inEachModel();
        var living = runtime.createProcessInstanceQuery()
                .processDefinitionKey(model.key())
                .count();
        assertThat(living).isPositive();
        repository.suspendProcessDefinitionByKey(model.key(), false, null);
        assertThat(stops.counts()).isEqualTo(new Counts(1, 0, 0, 0, 0));
        assertThat(stops.isSuspended(model)).isTrue();
        assertThat(stoppedStepsOf(model)).isZero();
        assertThat(stops.suspended(0, 10)).singleElement().satisfies(definition -> {
            assertThat(definition.kind()).isEqualTo(Kind.DEFINITION);
            assertThat(definition.process()).isEqualTo(model.key());
        });

        repository.suspendProcessDefinitionByKey(model.key(), true, null);
        assertThat(stops.counts()).isEqualTo(new Counts(1, 0, living, 0, 0));
        assertThat(stoppedStepsOf(model)).isEqualTo(living);
        assertThat(stops.suspended(0, 1)).extracting(Stopped::kind).containsExactly(Kind.DEFINITION);
        assertThat(stops.suspended(1, 10)).hasSize((int) living).allSatisfy(instance -> {
            assertThat(instance.kind()).isEqualTo(Kind.INSTANCE);
            assertThat(stops.suspendedKeys(model)).contains(instance.key());
        });
        assertThat(stops.suspended(1 + living, 10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Workflow.class)
    @DisplayName("a suspended process stands still at its step, and is told once, its jobs with it")
    void suspendedInstance(Workflow model) {
        inEachModel();
        var instance = anInstanceOf(model);
        runtime.suspendProcessInstanceById(instance);
        assertThat(stops.counts()).isEqualTo(new Counts(0, 0, 1, 0, 0));
        assertThat(stops.suspended(0, 10)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.INSTANCE);
            assertThat(one.process()).isEqualTo(model.key());
            assertThat(one.instance()).isEqualTo(instance);
        });
        assertThat(stoppedStepsOf(model)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Workflow.class)
    @DisplayName("a suspended job and one whose tries were taken stand still at their step, also without an exception")
    void stoppedJobs(Workflow model) {
        inEachModel();
        var job = management
                .createJobQuery()
                .processDefinitionKey(model.key())
                .timers()
                .list()
                .get(0);
        management.suspendJobById(job.getId());
        assertThat(stops.counts()).isEqualTo(new Counts(0, 0, 0, 1, 0));
        assertThat(stops.suspended(0, 10)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.JOB);
            assertThat(one.step()).isNotNull();
            assertThat(one.instance()).isEqualTo(job.getProcessInstanceId());
        });
        assertThat(stoppedStepsOf(model)).isEqualTo(1);

        management.activateJobById(job.getId());
        management.setJobRetries(job.getId(), 0);
        assertThat(stops.counts()).isEqualTo(new Counts(0, 0, 0, 0, 1));
        assertThat(stoppedStepsOf(model)).isEqualTo(1);
        assertThat(incidents.count()).isEqualTo(1);
        assertThat(incidents.all(0, 10)).singleElement().satisfies(dead -> {
            assertThat(dead.id()).isEqualTo(job.getId());
            assertThat(dead.process()).isEqualTo(model.key());
            assertThat(dead.givenUp()).isTrue();
            assertThat(dead.message()).isNull();
        });
        assertThat(incidents.stackTrace(job.getId())).isEmpty();

        retry.retry(job.getId(), REASON);
        assertThat(stops.counts()).isEqualTo(Counts.NONE);
        assertThat(incidents.count()).isZero();
    }

    @Test
    @DisplayName("the jobs of a step are told as suspended where its model is not")
    void suspendedStep() {
        management.suspendJobDefinitionByProcessDefinitionKey(Workflow.DAY_CLOSE.key());
        var steps = management
                .createJobDefinitionQuery()
                .processDefinitionKey(Workflow.DAY_CLOSE.key())
                .count();
        assertThat(stops.counts()).isEqualTo(new Counts(0, steps, 0, 0, 0));
        assertThat(stops.suspended(0, 10))
                .hasSize((int) steps)
                .extracting(Stopped::kind)
                .containsOnly(Kind.STEP);
        repository.suspendProcessDefinitionByKey(Workflow.DAY_CLOSE.key());
        assertThat(stops.counts()).isEqualTo(new Counts(1, 0, 0, 0, 0));
    }

    @Test
    @DisplayName("a step that failed and is suspended says that it is not tried again")
    void suspendedWhileFailing() {
        closeFails(1);
        assertThat(incidents.all(0, 1).get(0).suspended()).isFalse();
        runtime.suspendProcessInstanceById(processes.of(MONDAY).getId());
        assertThat(incidents.all(0, 1)).singleElement().satisfies(failed -> {
            assertThat(failed.suspended()).isTrue();
            assertThat(failed.nextTry()).isNull();
            assertThat(failed.retriesLeft()).isEqualTo(4);
        });
    }

    @Test
    @DisplayName("a day close that is suspended is not at work, and a retry of it says so")
    void suspendedClose() {
        inquiry("i");
        clock.set(BOOKS_CLOSE);
        assertThat(overview.now().closes().due()).extracting(Unsettled::why).containsExactly(Why.AT_WORK);
        runtime.suspendProcessInstanceById(processes.of(MONDAY).getId());
        assertThat(overview.now().closes().due()).singleElement().satisfies(day -> {
            assertThat(day.why()).isEqualTo(Why.SUSPENDED);
            assertThat(day.isStuck()).isTrue();
        });
        assertThatThrownBy(() -> retry.retryClose(TrackDay.ofInquiries(MONDAY), REASON))
                .isInstanceOf(NothingToRetry.class)
                .hasMessageContaining("suspended");
    }
}
