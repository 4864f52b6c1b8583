package io.hourglass.referral.process;

import static io.hourglass.inquiry.Marketplace.BUYER;
import static io.hourglass.inquiry.Marketplace.SUPPLIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.hourglass.CleanSlate;
import io.hourglass.HourglassTest;
import io.hourglass.Processes;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.bpmn.ReferralNodes;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.Notices;
import io.hourglass.inquiry.Notices.Notice;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.referral.Alternatives;
import io.hourglass.referral.Alternatives.Choice;
import io.hourglass.referral.Alternatives.Course;
import io.hourglass.referral.offers.OfferClosed;
import io.hourglass.referral.offers.Offered;
import io.hourglass.referral.offers.ReferralState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("When a buyer asks for alternatives")
class ReferralProcessTest {

    private static final String PUMPS = "Hardware/Pumps";
    private static final Duration MILLI = Duration.ofMillis(1);

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Processes processes;

    @Autowired
    private Alternatives alternatives;

    @Autowired
    private InquiryFiles files;

    @Autowired
    private Notices notices;

    @Autowired
    private Policies policies;

    private SupplierId second;
    private SupplierId third;
    private InquiryId inquiry;
    private ProcessInstance instance;
    private Instant offerExpires;

    /** Two others deal in pumps; the inquiry's deadline has passed, and its buyer has asked. */
    @BeforeEach
    void asked() {
        second = marketplace.supplier("second", PUMPS);
        third = marketplace.supplier("third", PUMPS);
        inquiry = marketplace.inquiry("i", BUYER, SUPPLIER, PUMPS, "Ten hand pumps, please.");
        instance = processes.of(inquiry);
        offerExpires =
                policies.inForceAt(CleanSlate.START).clocksFor(CleanSlate.START).offerExpires();
        marketplace.pass(Duration.ofDays(3));
        assertThat(marketplace.askForAlternatives(inquiry).refusal()).isNull();
    }

    private Course course() {
        return alternatives.of(inquiry);
    }

    private Course choose(SupplierId... suppliers) {
        return alternatives.pick(new Choice(inquiry, Set.of(suppliers), true));
    }

    private static Stream<SupplierId> suppliersOf(Course course) {
        return course.offer().stream().map(Offered::supplier);
    }

    @Test
    @DisplayName("it is offered others who deal in the category, and the process waits for its choice")
    void offer() {
        assertThat(course().state()).isEqualTo(ReferralState.OFFERED);
        assertThat(suppliersOf(course())).containsExactlyInAnyOrder(second, third);
        assertThat(course().offer()).extracting(Offered::place).containsExactly(1, 2);
        assertThat(instance).isWaitingAt(InquiryNodes.FIND_ALTERNATIVES);
        assertThat(processes.referralOf(inquiry)).isWaitingAt(ReferralNodes.AWAIT_BUYERS_CHOICE);
    }

    @Test
    @DisplayName("each pick is a new inquiry with the same text and category, linked, and with clocks of its own")
    void pick() {
        marketplace.pass(Duration.ofHours(5));
        var picks = choose(second, third).picks();

        assertThat(picks).hasSize(2);
        for (var pick : picks) {
            var carried = files.open(pick.newInquiry());
            assertThat(carried.inquiry().supplier()).isEqualTo(pick.supplier());
            assertThat(carried.inquiry().buyer()).isEqualTo(BUYER);
            assertThat(carried.inquiry().category()).isEqualTo(PUMPS);
            assertThat(carried.inquiry().receivedAt()).isEqualTo(marketplace.now());
            assertThat(carried.text().body()).isEqualTo("Ten hand pumps, please.");
            assertThat(carried.judgement().clocks().replyDeadline())
                    .isEqualTo(marketplace.now().plus(Duration.ofDays(3)));
            assertThat(processes.of(pick.newInquiry())).isWaitingAt(InquiryNodes.KEEP_CASE_OPEN);
            assertThat(pick.root()).isEqualTo(inquiry);
        }
        assertThat(course().state()).isEqualTo(ReferralState.PICKED);
        assertThat(instance).isEnded().hasPassed(InquiryNodes.FIND_ALTERNATIVES, InquiryNodes.ASKED_FOR_ALTERNATIVES);
    }

    @Test
    @DisplayName("nobody has its text before it consents: a pick without consent changes nothing")
    void consent() {
        var choice = new Choice(inquiry, Set.of(second), false);
        assertThatThrownBy(() -> alternatives.pick(choice))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("consent");
        assertThat(course().picks()).isEmpty();
        assertThat(processes.referralOf(inquiry)).isWaitingAt(ReferralNodes.AWAIT_BUYERS_CHOICE);
    }

    @Test
    @DisplayName("it can pick only those offered, one at least")
    void onlyThoseOffered() {
        assertThatThrownBy(() -> choose(second, new SupplierId("stranger")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("stranger");
        assertThatThrownBy(this::choose).isInstanceOf(InvalidInput.class).hasMessageContaining("1 to 3");
        assertThat(course().picks()).isEmpty();
    }

    @Test
    @DisplayName("it can pick three of those offered, and not four")
    void atMostThree() {
        Stream.of("w", "x", "y", "z").forEach(id -> marketplace.supplier(id, "Tools/Saws"));
        var other = marketplace.inquiry("other", BUYER, SUPPLIER, "Tools/Saws", "Saws");
        marketplace.pass(Duration.ofDays(3));
        marketplace.askForAlternatives(other);
        var all = suppliersOf(alternatives.of(other)).toList();
        assertThat(all).hasSize(4);

        assertThatThrownBy(() -> alternatives.pick(new Choice(other, Set.copyOf(all), true)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("1 to 3");
        assertThat(alternatives
                        .pick(new Choice(other, Set.copyOf(all.subList(0, 3)), true))
                        .picks())
                .hasSize(3);
    }

    @Test
    @DisplayName("the same pick again changes nothing, another is refused, and so is to decline")
    void once() {
        var first = choose(second);
        assertThat(choose(second).picks()).isEqualTo(first.picks());
        assertThatThrownBy(() -> choose(third)).isInstanceOf(OfferClosed.class);
        assertThatThrownBy(() -> alternatives.decline(inquiry)).isInstanceOf(OfferClosed.class);
        assertThat(course().picks()).hasSize(1);
    }

    @Test
    @DisplayName("picks of many windows at once carry the inquiry over once")
    void pickedAtOnce() {
        var calls = Stream.generate(() -> CompletableFuture.runAsync(() -> choose(second)))
                .limit(8)
                .toList();
        calls.forEach(CompletableFuture::join);
        assertThat(course().picks()).hasSize(1);
        assertThat(processes.of(course().picks().get(0).newInquiry())).isWaitingAt(InquiryNodes.KEEP_CASE_OPEN);
    }

    @Test
    @DisplayName("it may decline: that ends the referral, and nothing is picked afterwards")
    void decline() {
        assertThat(alternatives.decline(inquiry).state()).isEqualTo(ReferralState.DECLINED);
        assertThat(alternatives.decline(inquiry).state()).isEqualTo(ReferralState.DECLINED);
        assertThat(instance).isEnded();
        assertThatThrownBy(() -> choose(second)).isInstanceOf(OfferClosed.class);
    }

    @Test
    @DisplayName("it may pick up to the last instant of the offer")
    void lastInstant() {
        marketplace.passTo(offerExpires.minus(MILLI));
        assertThat(processes.referralOf(inquiry)).isWaitingAt(ReferralNodes.AWAIT_BUYERS_CHOICE);
        assertThat(choose(second).picks()).hasSize(1);
    }

    @Test
    @DisplayName("an offer expires: the process ends, and what comes a millisecond later is refused")
    void expiry() {
        marketplace.passTo(offerExpires.plus(MILLI));
        assertThat(course().state()).isEqualTo(ReferralState.EXPIRED);
        assertThat(instance).isEnded();
        assertThatThrownBy(() -> choose(second)).isInstanceOf(OfferClosed.class).hasMessageContaining("EXPIRED");
        assertThatThrownBy(() -> alternatives.decline(inquiry)).isInstanceOf(OfferClosed.class);
    }

    @Test
    @DisplayName("a late reply reaches it while it chooses, and cancels nothing")
    void lateReplyBefore() {
        marketplace.pass(Duration.ofHours(1));
        marketplace.reply(inquiry);
        assertThat(notices.toldTo(inquiry))
                .extracting(Notice::kind)
                .containsExactly(Notice.Kind.ALTERNATIVES_AVAILABLE, Notice.Kind.REPLIED_AFTER_ALL);
        assertThat(files.open(inquiry).judgement().state()).isEqualTo(InquiryState.LATE);
        assertThat(choose(second).picks()).hasSize(1);
    }

    @Test
    @DisplayName("a late reply after its pick reaches it, and the inquiry carried over lives on")
    void lateReplyAfter() {
        var carried = choose(second).picks().get(0).newInquiry();
        marketplace.reply(inquiry);
        assertThat(notices.toldTo(inquiry)).extracting(Notice::kind).contains(Notice.Kind.REPLIED_AFTER_ALL);
        assertThat(processes.of(carried)).isWaitingAt(InquiryNodes.KEEP_CASE_OPEN);
    }

    @Test
    @DisplayName("without anybody to recommend it is told so, with the nearest category in which there is somebody")
    void nobody() {
        var lonely = marketplace.inquiry("lonely", BUYER, SUPPLIER, "Optics/Lenses", "Lenses for hand pumps");
        marketplace.pass(Duration.ofDays(3));
        marketplace.askForAlternatives(lonely);

        var course = alternatives.of(lonely);
        assertThat(course.state()).isEqualTo(ReferralState.NOBODY_FOUND);
        assertThat(course.referral().nearest()).isEqualTo(PUMPS);
        assertThat(notices.toldTo(lonely)).extracting(Notice::kind).contains(Notice.Kind.NOBODY_FOUND);
        assertThat(processes.outcomesOf(lonely)).containsExactly(InquiryNodes.ASKED_FOR_ALTERNATIVES);
    }

    @Test
    @DisplayName("a carried-over inquiry that goes unanswered too can be referred again, to nobody who has it")
    void again() {
        var carried = choose(second).picks().get(0).newInquiry();
        marketplace.pass(Duration.ofDays(3));
        marketplace.askForAlternatives(carried);

        var course = alternatives.of(carried);
        assertThat(suppliersOf(course)).containsExactly(third);
        assertThat(course.referral().root()).isEqualTo(inquiry);
        assertThat(alternatives.pick(new Choice(carried, Set.of(third), true)).picks())
                .extracting(pick -> pick.root())
                .isEqualTo(List.of(inquiry));
    }

    @Test
    @DisplayName("what nobody asked for is not known")
    void notKnown() {
        var other = marketplace.inquiry("other");
        assertThatThrownBy(() -> alternatives.of(other)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> alternatives.decline(other)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> alternatives.of(new InquiryId("none"))).isInstanceOf(NotFound.class);
    }
}
