package io.hourglass.operations.process;

import static io.hourglass.CleanSlate.START;
import static io.hourglass.chat.Chats.ANNA;
import static io.hourglass.inquiry.Marketplace.BUYER;
import static io.hourglass.inquiry.Marketplace.SUPPLIER;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.HourglassTest;
import io.hourglass.Processes;
import io.hourglass.access.web.As;
import io.hourglass.batch.processes.Reconciled.Did;
import io.hourglass.batch.processes.ReconcilerLog;
import io.hourglass.bpmn.ChatNodes;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.chat.Chats;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.dispute.DecideDispute;
import io.hourglass.dispute.RaiseDispute;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.kept.Disputes;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.Notices;
import io.hourglass.inquiry.Notices.Notice;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.operations.reconciler.Reconciler;
import io.hourglass.rate.books.BookDay;
import io.hourglass.rate.books.BookDays;
import io.hourglass.referral.Alternatives;
import io.hourglass.referral.Alternatives.Choice;
import io.hourglass.referral.offers.ReferralState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is done to processes in Cockpit, and what the reconciler makes of it; on both databases. */
@HourglassTest
abstract class Reconciliation {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DEADLINE = Duration.ofDays(3);
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    /** The start of Saturday in Shanghai. */
    private static final Instant BOOKS_CLOSE = Instant.parse("2026-03-06T16:00:00Z");

    @Autowired
    private Reconciler reconciler;

    @Autowired
    private ReconcilerLog log;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Chats chats;

    @Autowired
    private Processes processes;

    @Autowired
    private InquiryFiles files;

    @Autowired
    private Notices notices;

    @Autowired
    private Alternatives alternatives;

    @Autowired
    private RaiseDispute raise;

    @Autowired
    private DecideDispute decide;

    @Autowired
    private Disputes disputes;

    @Autowired
    private BookDays days;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ManagementService management;

    /** What somebody does to the processes of a model. */
    enum Disturbance {
        INSTANCE_SUSPENDED {
            @Override
            void disturb(Reconciliation test, String process) {
                test.runtime
                        .updateProcessInstanceSuspensionState()
                        .byProcessDefinitionKey(process)
                        .suspend();
            }

            @Override
            void end(Reconciliation test, String process) {
                test.runtime
                        .updateProcessInstanceSuspensionState()
                        .byProcessDefinitionKey(process)
                        .activate();
            }
        },
        DEFINITION_SUSPENDED {
            @Override
            void disturb(Reconciliation test, String process) {
                test.repository.suspendProcessDefinitionByKey(process, true, null);
            }

            @Override
            void end(Reconciliation test, String process) {
                test.repository.activateProcessDefinitionByKey(process, true, null);
            }
        },
        JOBS_SUSPENDED {
            @Override
            void disturb(Reconciliation test, String process) {
                test.management.suspendJobByProcessDefinitionKey(process);
            }

            @Override
            void end(Reconciliation test, String process) {
                test.management.activateJobByProcessDefinitionKey(process);
            }
        },
        DELETED {
            @Override
            void disturb(Reconciliation test, String process) {
                test.runtime
                        .createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .list()
                        .forEach(instance ->
                                test.runtime.deleteProcessInstance(instance.getId(), "somebody", true, true));
            }
        },
        JOBS_DELETED {
            @Override
            void disturb(Reconciliation test, String process) {
                test.management
                        .createJobQuery()
                        .processDefinitionKey(process)
                        .list()
                        .forEach(job -> test.management.deleteJob(job.getId()));
            }
        },
        JOBS_WITHOUT_RETRIES {
            @Override
            void disturb(Reconciliation test, String process) {
                test.retries(process, 0);
            }

            @Override
            void end(Reconciliation test, String process) {
                test.retries(process, 5);
            }
        };

        abstract void disturb(Reconciliation test, String process);

        void end(Reconciliation test, String process) {}
    }

    private void retries(String process, int retries) {
        management
                .createJobQuery()
                .processDefinitionKey(process)
                .list()
                .forEach(job -> management.setJobRetries(job.getId(), retries));
    }

    @AfterEach
    void everythingRunsAgain() {
        for (var process : Set.of("inquiry", "chat", "referral", "dispute", "dayClose")) {
            repository.activateProcessDefinitionByKey(process, true, null);
        }
    }

    private void round() {
        assertThat(reconciler.round()).isPresent();
    }

    private InquiryState stateOf(InquiryId id) {
        return files.open(id).judgement().state();
    }

    private Stream<Notice.Kind> told(InquiryId id) {
        return notices.toldTo(id).stream().map(Notice::kind);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("a reply is kept, and in the round after resumption its case is over, as an undisturbed one is")
    void reply(Disturbance disturbance) {
        var id = marketplace.inquiry("i");
        marketplace.pass(HOUR);
        disturbance.disturb(this, "inquiry");

        assertThat(marketplace.reply(id).judgement().state()).isEqualTo(InquiryState.TIMELY);
        disturbance.end(this, "inquiry");
        round();
        assertThat(processes.of(id)).isNull();
        assertThat(files.open(id).history()).singleElement().matches(entry -> entry.state() == InquiryState.TIMELY);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "a message is kept, and in the round after resumption its consultation is over, as an undisturbed one is")
    void message(Disturbance disturbance) {
        var id = chats.asks(ANNA).id();
        marketplace.pass(HOUR);
        disturbance.disturb(this, "chat");

        assertThat(chats.writes(ANNA).state()).contains(ChatState.ANSWERED);
        disturbance.end(this, "chat");
        round();
        assertThat(processes.waitsOf("chat", id.value())).isEmpty();
        assertThat(chats.booked(id)).containsExactly(ChatState.ANSWERED);
    }

    @Test
    @DisplayName("a consultation that is opened while its model is suspended waits from the round after resumption on")
    void opened() {
        Disturbance.DEFINITION_SUSPENDED.disturb(this, "chat");
        var id = chats.asks(ANNA).id();
        Disturbance.DEFINITION_SUSPENDED.end(this, "chat");
        assertThat(processes.waitsOf("chat", id.value())).isEmpty();
        round();
        assertThat(processes.waitsOf("chat", id.value())).containsExactly(ChatNodes.KEEP_CONSULTATION_OPEN);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"DELETED", "JOBS_DELETED"})
    @DisplayName("what a correction opened again and then lost its process or its timer waits again, of either track")
    void openedAgain(Disturbance disturbance) {
        var inquiry = marketplace.inquiry("i");
        marketplace.reply(inquiry);
        marketplace.retractLast(inquiry);
        var consultation = chats.asks(ANNA).id();
        chats.retracts(chats.writes(ANNA));
        var due = processes.dueOf("inquiry", inquiry.value());
        var ends = processes.dueOf("chat", consultation.value());
        assertThat(List.of(due, ends)).allSatisfy(timers -> assertThat(timers).hasSize(1));

        disturbance.disturb(this, "inquiry");
        disturbance.disturb(this, "chat");
        round();
        assertThat(processes.dueOf("inquiry", inquiry.value())).isEqualTo(due);
        assertThat(processes.dueOf("chat", consultation.value())).isEqualTo(ends);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("a rejection is kept, and its buyer is told once")
    void rejection(Disturbance disturbance) {
        var id = marketplace.inquiry("i");
        marketplace.pass(HOUR);
        disturbance.disturb(this, "inquiry");

        assertThat(marketplace.reject(id, marketplace.now()).refusal()).isNull();
        disturbance.end(this, "inquiry");
        round();
        assertThat(processes.of(id)).isNull();
        assertThat(told(id)).containsExactly(Notice.Kind.REJECTED);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("a new inquiry is kept, and in the round after resumption its case and its day's close wait")
    void intake(Disturbance disturbance) {
        marketplace.inquiry("before");
        disturbance.disturb(this, "inquiry");
        disturbance.disturb(this, "dayClose");
        var id = marketplace.inquiry("i", BUYER, new SupplierId("another"), marketplace.now(), null);
        marketplace.inquiry("of-an-earlier-day", BUYER, SUPPLIER, START.minus(Duration.ofDays(2)), null);

        disturbance.end(this, "inquiry");
        disturbance.end(this, "dayClose");
        round();
        assertThat(processes.of(id)).isNotNull();
        assertThat(processes.pendingTimersOf(processes.of(id))).hasSize(1);
        assertThat(processes.of(MONDAY)).isNotNull();
        assertThat(processes.of(MONDAY.minusDays(2))).isNotNull();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("after the deadline the buyer is told, and asks, and picks: all of it is kept and done")
    void alternatives(Disturbance disturbance) {
        var other = marketplace.supplier("other", "Pumps");
        var id = marketplace.inquiry("i", BUYER, SUPPLIER, "Pumps", "Ten hand pumps, please.");
        marketplace.pass(DEADLINE);
        disturbance.disturb(this, "inquiry");
        assertThat(marketplace.askForAlternatives(id).refusal()).isNull();
        disturbance.end(this, "inquiry");
        round();
        assertThat(alternatives.of(id).state()).isEqualTo(ReferralState.OFFERED);
        assertThat(processes.referralOf(id)).isNotNull();

        disturbance.disturb(this, "referral");
        var picked = alternatives.pick(new Choice(id, Set.of(other), true));
        assertThat(picked.state()).isEqualTo(ReferralState.PICKED);
        disturbance.end(this, "referral");
        round();
        assertThat(processes.referralOf(id)).isNull();
        assertThat(processes.of(id)).isNull();
        assertThat(stateOf(picked.picks().get(0).newInquiry())).isEqualTo(InquiryState.PENDING);
        assertThat(processes.of(picked.picks().get(0).newInquiry())).isNotNull();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("an offer that nobody picks lapses at its instant, whatever was done to its process before")
    void lapse(Disturbance disturbance) {
        marketplace.supplier("other", "Pumps");
        var id = marketplace.inquiry("i", BUYER, SUPPLIER, "Pumps", "Ten hand pumps, please.");
        marketplace.pass(DEADLINE);
        marketplace.askForAlternatives(id);
        disturbance.disturb(this, "referral");
        disturbance.end(this, "referral");
        round();
        marketplace.pass(Duration.ofDays(14).minusMillis(1));
        assertThat(processes.referralOf(id)).isNotNull();
        marketplace.pass(Duration.ofMillis(1));
        assertThat(processes.referralOf(id)).isNull();
        assertThat(processes.of(id)).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("a deadline that passes meanwhile is judged, and its buyer told, once everything runs again")
    void deadline(Disturbance disturbance) {
        var id = marketplace.inquiry("i");
        disturbance.disturb(this, "inquiry");
        if (disturbance != Disturbance.JOBS_WITHOUT_RETRIES && !suspends(disturbance)) {
            marketplace.pass(DEADLINE.plus(HOUR)); // the test's own clockwork fires jobs whatever their state
        }
        disturbance.end(this, "inquiry");
        round();
        marketplace.pass(DEADLINE.plus(HOUR));
        assertThat(told(id)).containsExactly(Notice.Kind.ALTERNATIVES_AVAILABLE);
        assertThat(stateOf(id)).isEqualTo(InquiryState.UNANSWERED);
        assertThat(processes.of(id)).isNotNull();
        marketplace.pass(Duration.ofDays(14));
        assertThat(processes.of(id)).isNull();
    }

    private static boolean suspends(Disturbance disturbance) {
        return disturbance.name().endsWith("SUSPENDED");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("a dispute is raised and decided, its claim a fact at once, and its process ends in the round after")
    void dispute(Disturbance disturbance) {
        var id = marketplace.inquiry("i");
        marketplace.pass(DEADLINE.plus(HOUR));
        disturbance.disturb(this, "dispute");
        var dispute = new DisputeId("d");
        raise.raise(new RaiseDispute.Raised(
                dispute,
                id,
                new Claim(InquiryFactKind.REPLIED, START.plus(HOUR), AuthorKind.HUMAN, null),
                "A log.",
                "li.wei"));
        disturbance.disturb(this, "dispute");
        decide.decide(new DecideDispute.Decided(dispute, true, "It shows.", As.auditor()));

        assertThat(stateOf(id)).isEqualTo(InquiryState.TIMELY);
        disturbance.end(this, "dispute");
        round();
        assertThat(disputes.find(dispute).orElseThrow().state()).isEqualTo(DisputeState.TAKEN_AS_FACT);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("dispute")
                        .count())
                .isZero();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("a dispute that nobody decides lapses, whatever was done to its process before")
    void disputeLapses(Disturbance disturbance) {
        var id = marketplace.inquiry("i");
        marketplace.pass(DEADLINE.plus(HOUR));
        var dispute = new DisputeId("d");
        raise.raise(new RaiseDispute.Raised(
                dispute,
                id,
                new Claim(InquiryFactKind.REPLIED, START.plus(HOUR), AuthorKind.HUMAN, null),
                "A log.",
                "li.wei"));
        disturbance.disturb(this, "dispute");
        disturbance.end(this, "dispute");
        round();
        assertThat(disputes.find(dispute).orElseThrow().state()).isEqualTo(DisputeState.OPEN);
        marketplace.pass(Duration.ofDays(31));
        assertThat(disputes.find(dispute).orElseThrow().state()).isEqualTo(DisputeState.LAPSED);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("a day is closed, and the days after it, whatever was done to their closes before")
    void dayClose(Disturbance disturbance) {
        marketplace.inquiry("i");
        marketplace.inquiry("later", BUYER, SUPPLIER, START.minus(Duration.ofDays(1)), null);
        disturbance.disturb(this, "dayClose");
        disturbance.end(this, "dayClose");
        round();
        marketplace.passTo(BOOKS_CLOSE.plus(HOUR));
        round();
        marketplace.pass(HOUR);
        assertThat(days.find(TrackDay.ofInquiries(MONDAY.minusDays(1))).map(BookDay::settled))
                .contains(true);
        assertThat(days.find(TrackDay.ofInquiries(MONDAY)).map(BookDay::settled))
                .contains(true);
        assertThat(days.find(TrackDay.ofInquiries(MONDAY)).map(BookDay::publishedOn))
                .isPresent();
    }

    @Test
    @DisplayName(
            "a close that awaited an earlier day, which settled while it was suspended, goes on after its resumption")
    void awaitsEarlierDay() {
        marketplace.inquiry("i");
        marketplace.inquiry("before", BUYER, SUPPLIER, START.minus(Duration.ofDays(1)), null);
        runtime.deleteProcessInstance(processes.of(MONDAY.minusDays(1)).getId(), "somebody");
        marketplace.passTo(BOOKS_CLOSE.plus(HOUR));
        var second = processes.of(MONDAY);
        runtime.suspendProcessInstanceById(second.getId());
        round();
        marketplace.pass(HOUR);
        assertThat(days.find(TrackDay.ofInquiries(MONDAY.minusDays(1))).map(BookDay::settled))
                .contains(true);
        assertThat(days.find(TrackDay.ofInquiries(MONDAY)).map(BookDay::settled))
                .contains(false);

        runtime.activateProcessInstanceById(second.getId());
        round();
        marketplace.pass(HOUR);
        assertThat(days.find(TrackDay.ofInquiries(MONDAY)).map(BookDay::settled))
                .contains(true);
    }

    @Test
    @DisplayName("a case that somebody moved to another step goes on as its facts have it")
    void moved() {
        var id = marketplace.inquiry("i");
        runtime.createProcessInstanceModification(processes.of(id).getId())
                .cancelAllForActivity(InquiryNodes.KEEP_CASE_OPEN)
                .startBeforeActivity(InquiryNodes.JUDGE_AT_DEADLINE)
                .execute();
        assertThat(told(id)).isEmpty();
        round();
        assertThat(processes.pendingTimersOf(processes.of(id))).hasSize(1);
        assertThat(log.latest(100)).hasSize(1);
        marketplace.pass(DEADLINE);
        assertThat(told(id)).containsExactly(Notice.Kind.ALTERNATIVES_AVAILABLE);
    }

    @Test
    @DisplayName("a case that a correction reopens is begun again at once, and its deadline is judged")
    void reopened() {
        var id = marketplace.inquiry("i");
        marketplace.pass(HOUR);
        marketplace.reject(id, marketplace.now());
        assertThat(processes.of(id)).isNull();
        marketplace.pass(HOUR);
        marketplace.retractLast(id);
        assertThat(processes.of(id)).isNotNull();
        assertThat(log.latest(100)).singleElement().matches(done -> done.did() == Did.BEGUN);
        marketplace.passTo(START.plus(DEADLINE));
        assertThat(told(id)).contains(Notice.Kind.ALTERNATIVES_AVAILABLE);
    }

    @ParameterizedTest(name = "{0} hours after the receipt")
    @ValueSource(longs = {1, 73})
    @DisplayName("where nothing is amiss a round changes nothing")
    void nothingAmiss(long hours) {
        marketplace.supplier("other", "Pumps");
        marketplace.inquiry("i");
        marketplace.inquiry("duplicate");
        var rejected = marketplace.inquiry("rejected", BUYER, new SupplierId("s-2"), marketplace.now(), null);
        marketplace.reject(rejected, marketplace.now());
        var answered = marketplace.inquiry("answered", BUYER, new SupplierId("s-3"), marketplace.now(), null);
        marketplace.reply(answered);
        marketplace.pass(Duration.ofHours(hours));
        round();
        assertThat(reconciler.show(10).latest()).isEmpty();
        assertThat(reconciler.show(10).last()).get().matches(last -> last.lookedAt() == 0);
    }
}
