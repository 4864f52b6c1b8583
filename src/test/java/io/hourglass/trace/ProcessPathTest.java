package io.hourglass.trace;

import static io.hourglass.inquiry.Marketplace.BUYER;
import static io.hourglass.inquiry.Marketplace.SUPPLIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.CleanSlate;
import io.hourglass.HourglassTest;
import io.hourglass.Processes;
import io.hourglass.access.web.As;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.bpmn.ReferralNodes;
import io.hourglass.dispute.DecideDispute;
import io.hourglass.dispute.RaiseDispute;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.path.ProcessNode;
import io.hourglass.inquiry.path.ProcessPath.Step;
import io.hourglass.inquiry.path.ProcessPaths;
import io.hourglass.inquiry.path.ProcessTimer;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.operations.reconciler.Reconciler;
import io.hourglass.referral.Alternatives;
import io.hourglass.referral.Alternatives.Choice;
import io.hourglass.referral.offers.OfferClosed;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@HourglassTest
@DisplayName("The way through the process is recorded as the engine's own history has it")
class ProcessPathTest {

    private static final String PUMPS = "Hardware/Pumps";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DEADLINE = Duration.parse("PT72H");
    private static final Duration OFFER = Duration.ofDays(14);

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Processes processes;

    @Autowired
    private ProcessPaths paths;

    @Autowired
    private Alternatives alternatives;

    @Autowired
    private RaiseDispute raise;

    @Autowired
    private DecideDispute decide;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Reconciler reconciler;

    @Autowired
    private PlatformTransactionManager transactions;

    private SupplierId other;

    @BeforeEach
    void anotherSupplier() {
        other = marketplace.supplier("other", PUMPS);
    }

    static Stream<Named<BiConsumer<ProcessPathTest, InquiryId>>> courses() {
        return Stream.of(
                course("it waits", (test, id) -> test.pass(HOUR)),
                course(
                        "an automatic reply moves nothing",
                        (test, id) -> test.marketplace.reply(id, AuthorKind.AUTO_REPLY, test.marketplace.now())),
                course("answered in time", (test, id) -> test.marketplace.reply(id)),
                course("reported as spam", (test, id) -> test.marketplace.reportSpam(id, test.marketplace.now())),
                course("rejected", (test, id) -> test.marketplace.reject(id, test.marketplace.now())),
                course("unanswered, and the buyer told", (test, id) -> test.pass(DEADLINE)),
                course(
                        "answered late",
                        (test, id) -> test.pass(DEADLINE).marketplace.reply(id)),
                course(
                        "answered after the books' close",
                        (test, id) -> test.pass(Duration.ofDays(9)).marketplace.reply(id)),
                course("never asked", (test, id) -> test.pass(DEADLINE.plus(OFFER))),
                course(
                        "asked and picked",
                        (test, id) -> test.pass(DEADLINE).ask(id).pick(id)),
                course(
                        "asked and declined",
                        (test, id) -> test.pass(DEADLINE).ask(id).decline(id)),
                course(
                        "asked and lapsed",
                        (test, id) -> test.pass(DEADLINE).ask(id).pass(OFFER)),
                course("asked, the offer open", (test, id) -> test.pass(DEADLINE)
                        .ask(id)),
                course("asked, and answered meanwhile", (test, id) -> test.pass(DEADLINE)
                        .ask(id)
                        .pass(HOUR)
                        .marketplace
                        .reply(id)),
                course("rejected, asked and picked", (test, id) -> {
                    test.marketplace.reject(id, test.marketplace.now());
                    test.pass(HOUR).ask(id).pick(id);
                }),
                course("rejected and asked at once", (test, id) -> {
                    test.marketplace.reject(id, test.marketplace.now());
                    test.ask(id);
                }),
                course("a duplicate of it answered late", (test, id) -> {
                    var duplicate = test.duplicate("again");
                    test.pass(DEADLINE).pass(HOUR).marketplace.reply(duplicate);
                }));
    }

    private static Named<BiConsumer<ProcessPathTest, InquiryId>> course(
            String name, BiConsumer<ProcessPathTest, InquiryId> happens) {
        return Named.of(name, happens);
    }

    private ProcessPathTest pass(Duration duration) {
        marketplace.pass(duration);
        return this;
    }

    private ProcessPathTest ask(InquiryId id) {
        marketplace.askForAlternatives(id);
        return this;
    }

    private void pick(InquiryId id) {
        alternatives.pick(new Choice(pass(HOUR).same(id), Set.of(other), true));
    }

    private void decline(InquiryId id) {
        alternatives.decline(pass(HOUR).same(id));
    }

    private InquiryId same(InquiryId id) {
        return id;
    }

    private InquiryId duplicate(String id) {
        return marketplace.inquiry(id, BUYER, SUPPLIER, PUMPS, "Ten hand pumps, please.");
    }

    private void assertRecordedAsItWent(InquiryId id) {
        for (var process : List.of("inquiry", "referral")) {
            assertThat(paths.of(id).steps().stream()
                            .filter(step -> !step.takenAway())
                            .map(Step::node)
                            .filter(node -> node.process().equals(process)))
                    .extracting(ProcessNode::id)
                    .as("%s of %s", process, id)
                    .containsExactlyElementsOf(processes.historyOf(process, id));
        }
        assertThat(paths.of(id).steps()).extracting(Step::at).isSorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("courses")
    void recorded(BiConsumer<ProcessPathTest, InquiryId> happens) {
        var id = duplicate("i");
        pass(HOUR);
        happens.accept(this, id);
        assertRecordedAsItWent(id);
    }

    @Test
    @DisplayName("system spam, which never waits")
    void systemSpam() {
        assertRecordedAsItWent(
                marketplace.inquiry("i", BUYER, SUPPLIER, marketplace.now(), "a thousand mails a minute"));
    }

    @Test
    @DisplayName("a duplicate, which the judge marks at its deadline")
    void ofADuplicate() {
        duplicate("i");
        pass(HOUR);
        var again = duplicate("again");
        pass(DEADLINE);
        assertRecordedAsItWent(again);
        assertThat(paths.of(again).steps())
                .last()
                .extracting(Step::node)
                .isEqualTo(new ProcessNode("inquiry", InquiryNodes.EXCLUDED));
    }

    @Test
    @DisplayName("an inquiry learned of after its books had closed")
    void outOfBooks() {
        var late = marketplace.inquiry("i", BUYER, SUPPLIER, marketplace.now().minus(Duration.ofDays(20)), null);
        pass(HOUR);
        assertRecordedAsItWent(late);
    }

    /** A dispute about what happened an hour after the receipt, and an auditor who accepts it. */
    private void accept(InquiryId id, InquiryFactKind kind, @Nullable AuthorKind author) {
        var dispute = new DisputeId("of-" + id);
        var claim = new Claim(kind, CleanSlate.START.plus(HOUR), author, null);
        raise.raise(new RaiseDispute.Raised(dispute, id, claim, "A log.", "li.wei"));
        decide.decide(new DecideDispute.Decided(dispute, true, "It shows.", As.auditor()));
    }

    @Test
    @DisplayName(
            "what a dispute has restated later leaves the way as it was: answered late, and said to be timely since")
    void restatedReply() {
        var id = duplicate("i");
        pass(DEADLINE.plus(HOUR)).marketplace.reply(id);
        var before = paths.of(id).steps();
        pass(Duration.ofDays(9));
        accept(id, InquiryFactKind.REPLIED, AuthorKind.HUMAN);
        assertRecordedAsItWent(id);
        assertThat(paths.of(id).steps()).isEqualTo(before);
    }

    @Test
    @DisplayName("the same of a duplicate whose anchor is said to have been rejected since")
    void restatedAnchor() {
        var anchor = duplicate("i");
        var again = duplicate("again");
        pass(Duration.ofDays(20));
        var before = paths.of(again).steps();
        accept(anchor, InquiryFactKind.REJECTED, null);
        assertRecordedAsItWent(again);
        assertThat(paths.of(again).steps()).isEqualTo(before);
    }

    @Test
    @DisplayName("what a dispute claims wakes a process that still waits, when it is accepted")
    void restatedWhileWaiting() {
        var id = duplicate("i");
        pass(Duration.ofDays(9));
        accept(id, InquiryFactKind.REPLIED, AuthorKind.HUMAN);
        assertRecordedAsItWent(id);
        assertThat(paths.of(id).steps()).last().extracting(Step::at).isEqualTo(marketplace.now());
    }

    @Test
    @DisplayName("nobody to recommend")
    void nobodyFound() {
        var alone = marketplace.inquiry("i", BUYER, SUPPLIER, "Music/Instruments", "A violin, please.");
        pass(DEADLINE).ask(alone);
        assertRecordedAsItWent(alone);
    }

    @Test
    @DisplayName("whatever happens, in any order")
    void anything() {
        var random = new Random(21);
        for (var run = 0; run < 12; run++) {
            var buyer = new BuyerId("buyer-of-" + run);
            var first = marketplace.inquiry("first-" + run, buyer, SUPPLIER, PUMPS, "Ten hand pumps, please.");
            pass(HOUR);
            var second = marketplace.inquiry("second-" + run, buyer, SUPPLIER, PUMPS, "Ten hand pumps, please.");
            for (var step = 0; step < 8; step++) {
                happens(random, random.nextInt(4) == 0 ? second : first);
                pass(HOUR.multipliedBy(1 + random.nextInt(60)));
            }
            assertRecordedAsItWent(first);
            assertRecordedAsItWent(second);
        }
    }

    private void happens(Random random, InquiryId id) {
        try {
            switch (random.nextInt(8)) {
                case 0 -> marketplace.reply(id);
                case 1 -> marketplace.reject(id, marketplace.now());
                case 2 -> marketplace.reportSpam(id, marketplace.now());
                case 3 -> marketplace.reply(id, AuthorKind.AUTO_REPLY, marketplace.now());
                case 4 -> ask(id).pick(id);
                case 5 -> ask(id).decline(id);
                case 6 -> marketplace.retractLast(id);
                default -> {}
            }
        } catch (NotFound | OfferClosed e) {
            assertThat(e).as("the buyer had no offer").isNotNull();
        }
    }

    /** The nodes of the steps; one whose token was taken away has a minus before it. */
    private List<String> wayOf(InquiryId id) {
        return paths.of(id).steps().stream()
                .map(step -> (step.takenAway() ? "-" : "") + step.node().id())
                .toList();
    }

    @Test
    @DisplayName("a token that somebody moved left its step from outside, and goes on from where it was put")
    void moved() {
        var id = duplicate("i");
        pass(HOUR);
        runtime.createProcessInstanceModification(processes.of(id).getId())
                .cancelAllForActivity(InquiryNodes.KEEP_CASE_OPEN)
                .startBeforeActivity(InquiryNodes.FIND_ALTERNATIVES)
                .execute(true, true);
        assertRecordedAsItWent(id);
        assertThat(wayOf(id).subList(0, 5))
                .containsExactly(
                        InquiryNodes.INQUIRY_RECEIVED,
                        InquiryNodes.SCREEN_INQUIRY,
                        InquiryNodes.KEEP_CASE_OPEN,
                        "-KeepCaseOpen",
                        InquiryNodes.FIND_ALTERNATIVES);
        assertThat(paths.of(id).steps().get(3).at()).isEqualTo(marketplace.now());
    }

    @Test
    @DisplayName("a process that somebody deleted waits nowhere, and its way says that it was taken away")
    void deleted() {
        var id = duplicate("i");
        pass(DEADLINE).ask(id);
        runtime.deleteProcessInstance(processes.of(id).getId(), "by mistake", true);
        assertRecordedAsItWent(id);
        assertThat(wayOf(id)).endsWith(ReferralNodes.AWAIT_BUYERS_CHOICE, "-AwaitBuyersChoice", "-FindAlternatives");
        assertThat(paths.of(id).waitsAt()).isEmpty();
    }

    @Test
    @DisplayName("a process that somebody started again has both ways, one after the other")
    void startedAgain() {
        var id = duplicate("i");
        var model = processes.of(id).getProcessDefinitionId();
        var gone = processes.of(id).getId();
        runtime.deleteProcessInstance(gone, "by mistake");
        pass(HOUR);
        runtime.restartProcessInstances(model)
                .startBeforeActivity(InquiryNodes.KEEP_CASE_OPEN)
                .processInstanceIds(gone)
                .execute();
        assertRecordedAsItWent(id);
        assertThat(wayOf(id))
                .containsExactly(
                        InquiryNodes.INQUIRY_RECEIVED,
                        InquiryNodes.SCREEN_INQUIRY,
                        InquiryNodes.KEEP_CASE_OPEN,
                        "-KeepCaseOpen",
                        InquiryNodes.KEEP_CASE_OPEN);
        assertThat(paths.of(id).waitsAt()).containsExactly(new ProcessNode("inquiry", InquiryNodes.KEEP_CASE_OPEN));
    }

    @Test
    @DisplayName("one that is suspended takes no step; what happened meanwhile is a step once it goes on")
    void suspended() {
        var id = duplicate("i");
        runtime.suspendProcessInstanceById(processes.of(id).getId());
        pass(HOUR).marketplace.reply(id);
        assertThat(wayOf(id)).endsWith(InquiryNodes.KEEP_CASE_OPEN);
        runtime.activateProcessInstanceById(processes.of(id).getId());
        reconciler.round();
        assertRecordedAsItWent(id);
        assertThat(wayOf(id)).endsWith(InquiryNodes.KEEP_CASE_OPEN, InquiryNodes.ANSWERED);
    }

    @Test
    @DisplayName("a step that fails is none, however often it is tried")
    void failed() {
        var id = duplicate("i");
        pass(Duration.ofDays(4));
        var before = wayOf(id);
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    marketplace.reply(id);
                    throw new IllegalStateException("the disk is full");
                }))
                .hasMessage("the disk is full");
        assertThat(wayOf(id)).isEqualTo(before);
        marketplace.reply(id);
        assertThat(wayOf(id)).hasSize(before.size() + 1).endsWith(InquiryNodes.ANSWERED);
    }

    @Test
    @DisplayName("where it waits and which timer is armed is the engine's own word; a timer that fired says how late")
    void waits() {
        var id = duplicate("i");
        pass(DEADLINE);
        var path = paths.of(id);
        assertThat(path.waitsAt()).containsExactly(new ProcessNode("inquiry", InquiryNodes.KEEP_CASE_OPEN));
        assertThat(path.timers())
                .extracting(timer -> timer.node().id(), ProcessTimer::lateness)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(InquiryNodes.REPLY_DEADLINE_PASSED, Duration.ZERO),
                        org.assertj.core.api.Assertions.tuple(InquiryNodes.OFFER_EXPIRED, null));
        ask(id);
        assertThat(paths.of(id).waitsAt())
                .containsExactly(
                        new ProcessNode("inquiry", InquiryNodes.FIND_ALTERNATIVES),
                        new ProcessNode("referral", ReferralNodes.AWAIT_BUYERS_CHOICE));
        decline(id);
        assertThat(paths.of(id).waitsAt()).isEmpty();
        assertThat(paths.of(id).timers()).allMatch(timer -> timer.firedAt() != null);
    }
}
