package io.hourglass.inquiry.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.hourglass.CleanSlate;
import io.hourglass.HourglassTest;
import io.hourglass.Processes;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.bpmn.ReferralNodes;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.Notices;
import io.hourglass.inquiry.Notices.Notice;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.judging.Refusal;
import io.hourglass.inquiry.policy.Deadlines;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.books.VerdictEntry;
import io.hourglass.referral.Alternatives;
import io.hourglass.referral.offers.ReferralState;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("After a rejection")
class RejectionTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MILLI = Duration.ofMillis(1);

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Processes processes;

    @Autowired
    private Notices notices;

    @Autowired
    private VerdictEntries entries;

    @Autowired
    private Alternatives alternatives;

    @Autowired
    private Policies policies;

    @Autowired
    private SettableClock clock;

    private Deadlines clocks;

    @BeforeEach
    void readClocks() {
        clocks = policies.inForceAt(CleanSlate.START).clocksFor(CleanSlate.START);
    }

    @Test
    @DisplayName("the case is over, but the buyer may ask for alternatives at that very instant: that opens it again")
    void ask() {
        var id = marketplace.inquiry("i");
        marketplace.supplier("other", "Pumps");
        marketplace.pass(HOUR);
        marketplace.reject(id, marketplace.now());
        assertThat(processes.outcomesOf(id)).containsExactly(InquiryNodes.EXCLUDED);

        assertThat(marketplace.askForAlternatives(id).refusal()).isNull();
        assertThat(processes.outcomesOf(id))
                .containsExactlyInAnyOrder(InquiryNodes.EXCLUDED, InquiryNodes.ASKED_FOR_ALTERNATIVES);
        assertThat(alternatives.of(id).state()).isEqualTo(ReferralState.NOBODY_FOUND);
        assertThat(entries.historyOf(id))
                .singleElement()
                .extracting(VerdictEntry::state)
                .isEqualTo(InquiryState.REJECTED);
    }

    @Test
    @DisplayName("an offer waits for the buyer's choice, and a second request opens no second one")
    void offer() {
        marketplace.supplier("other", "Pumps");
        var id = marketplace.inquiry("i", Marketplace.BUYER, Marketplace.SUPPLIER, "Pumps", "Hand pumps.");
        marketplace.reject(id, marketplace.now());
        marketplace.askForAlternatives(id);
        marketplace.pass(HOUR);

        assertThat(marketplace.askForAlternatives(id).refusal()).isNull();
        assertThat(processes.of(id)).isWaitingAt(InquiryNodes.FIND_ALTERNATIVES);
        assertThat(processes.referralOf(id)).isWaitingAt(ReferralNodes.AWAIT_BUYERS_CHOICE);
        assertThat(alternatives.decline(id).state()).isEqualTo(ReferralState.DECLINED);
        marketplace.askForAlternatives(id);
        assertThat(processes.outcomesOf(id))
                .containsExactlyInAnyOrder(InquiryNodes.EXCLUDED, InquiryNodes.ASKED_FOR_ALTERNATIVES);
    }

    @Test
    @DisplayName("a request dated a millisecond before it is refused, and opens nothing")
    void requestBeforeIt() {
        var id = marketplace.inquiry("i");
        marketplace.pass(HOUR);
        marketplace.reject(id, marketplace.now());
        var request = marketplace.happens(
                id,
                InquiryFactKind.ALTERNATIVES_REQUESTED,
                null,
                marketplace.now().minus(MILLI));

        assertThat(request.refusal()).isEqualTo(Refusal.NOT_ON_OFFER);
        assertThat(processes.outcomesOf(id)).containsExactly(InquiryNodes.EXCLUDED);
    }

    @Test
    @DisplayName("a request that overtook it on its way is not lost")
    void requestThatOvertookIt() {
        var id = marketplace.inquiry("i");
        var instance = processes.of(id);
        var rejected = marketplace.now();
        marketplace.pass(HOUR);
        assertThat(marketplace.askForAlternatives(id).refusal()).isEqualTo(Refusal.NOT_ON_OFFER);
        marketplace.reject(id, rejected);

        assertThat(instance).isEnded().hasPassed(InquiryNodes.FIND_ALTERNATIVES, InquiryNodes.ASKED_FOR_ALTERNATIVES);
    }

    @Test
    @DisplayName("the buyer may ask up to the last instant of the offer, and not a millisecond later")
    void expiry() {
        var id = marketplace.inquiry("i");
        marketplace.reject(id, marketplace.now());
        marketplace.passTo(clocks.offerExpires());
        assertThat(marketplace.askForAlternatives(id).refusal()).isNull();
        marketplace.pass(MILLI);
        assertThat(marketplace.askForAlternatives(id).refusal()).isEqualTo(Refusal.NOT_ON_OFFER);
        assertThat(entries.historyOf(id)).last().extracting(VerdictEntry::state).isEqualTo(InquiryState.REJECTED);
    }

    @Test
    @DisplayName("one that is learned of when no offer is of use any more ends the case, and tells nobody")
    void downtime() {
        var id = marketplace.inquiry("i");
        var instance = processes.of(id);
        var rejected = marketplace.now().plus(HOUR);
        clock.set(clocks.offerExpires().plus(MILLI));
        marketplace.reject(id, rejected);

        assertThat(instance).isEnded().hasNotPassed(InquiryNodes.TELL_BUYER_OF_REJECTION);
        assertThat(notices.toldTo(id)).isEmpty();
    }

    @Test
    @DisplayName("a reply does not count, but reaches the buyer, who may ask all the same")
    void reply() {
        var id = marketplace.inquiry("i");
        marketplace.reject(id, marketplace.now());
        marketplace.pass(HOUR);
        marketplace.reply(id, AuthorKind.HUMAN, marketplace.now());

        assertThat(notices.toldTo(id))
                .extracting(Notice::kind)
                .containsExactly(Notice.Kind.REJECTED, Notice.Kind.REPLIED_AFTER_ALL);
        assertThat(marketplace.askForAlternatives(id).refusal()).isNull();
        assertThat(entries.historyOf(id)).last().extracting(VerdictEntry::state).isEqualTo(InquiryState.REJECTED);
    }
}
