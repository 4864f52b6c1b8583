package io.hourglass.inquiry.process;

import static io.hourglass.inquiry.Marketplace.BUYER;
import static io.hourglass.inquiry.Marketplace.SUPPLIER;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.HourglassTest;
import io.hourglass.Processes;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.Notices;
import io.hourglass.inquiry.Notices.Notice;
import io.hourglass.inquiry.intake.RecordFact.Recorded;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.judging.Refusal;
import io.hourglass.inquiry.lists.ToldBuyers;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.persons.ErasePerson;
import io.hourglass.referral.Alternatives;
import io.hourglass.referral.Alternatives.Choice;
import io.hourglass.referral.offers.ReferralState;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("An inquiry that its buyer takes back")
class WithdrawnInquiryTest {

    private static final Duration DEADLINE = Duration.ofDays(3);
    private static final Duration MILLI = Duration.ofMillis(1);

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Processes processes;

    @Autowired
    private InquiryFiles files;

    @Autowired
    private Notices notices;

    @Autowired
    private ToldBuyers told;

    @Autowired
    private Alternatives alternatives;

    @Autowired
    private ErasePerson erase;

    private Recorded withdraw(InquiryId id) {
        return marketplace.happens(id, InquiryFactKind.WITHDRAWN, null, marketplace.now());
    }

    private InquiryState stateOf(InquiryId id) {
        return files.open(id).judgement().state();
    }

    private InquiryId pumps() {
        return marketplace.inquiry("i", BUYER, SUPPLIER, "Pumps", "Ten hand pumps, please.");
    }

    @Test
    @DisplayName("a millisecond before its deadline is withdrawn: its case is over, and nobody is told anything")
    void beforeTheDeadline() {
        var id = pumps();
        marketplace.pass(DEADLINE.minus(MILLI));
        assertThat(withdraw(id).refusal()).isNull();
        assertThat(stateOf(id)).isEqualTo(InquiryState.WITHDRAWN);
        assertThat(processes.outcomesOf(id)).containsExactly(InquiryNodes.EXCLUDED);
        marketplace.pass(DEADLINE);
        assertThat(notices.toldTo(id)).isEmpty();
    }

    @Test
    @DisplayName("at its deadline is unanswered all the same, but is offered nothing any more")
    void atTheDeadline() {
        var id = pumps();
        marketplace.pass(DEADLINE);
        assertThat(withdraw(id).refusal()).isEqualTo(Refusal.DEADLINE_PASSED);
        assertThat(stateOf(id)).isEqualTo(InquiryState.UNANSWERED);
        assertThat(processes.of(id)).isNull();
        assertThat(files.open(id).onOffer()).isFalse();
        assertThat(marketplace.askForAlternatives(id).refusal()).isEqualTo(Refusal.NOT_ON_OFFER);
    }

    @Test
    @DisplayName("after an answer is answered: there was nothing left to take back")
    void afterAnAnswer() {
        var id = pumps();
        marketplace.reply(id);
        marketplace.pass(MILLI);
        assertThat(withdraw(id).refusal()).isEqualTo(Refusal.ALREADY_ANSWERED);
        assertThat(stateOf(id)).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("while alternatives are offered has its offer withdrawn, and can pick none")
    void whileOffered() {
        marketplace.supplier("other", "Pumps");
        var id = pumps();
        marketplace.pass(DEADLINE);
        marketplace.askForAlternatives(id);
        withdraw(id);
        assertThat(alternatives.of(id).state()).isEqualTo(ReferralState.WITHDRAWN);
        assertThat(processes.referralOf(id)).isNull();
        assertThat(processes.of(id)).isNull();
    }

    @Test
    @DisplayName("after alternatives were picked leaves what was picked as it is")
    void afterPicking() {
        var other = marketplace.supplier("other", "Pumps");
        var id = pumps();
        marketplace.pass(DEADLINE);
        marketplace.askForAlternatives(id);
        var picked = alternatives.pick(new Choice(id, Set.of(other), true)).picks();
        withdraw(id);
        assertThat(alternatives.of(id).state()).isEqualTo(ReferralState.PICKED);
        assertThat(stateOf(picked.get(0).newInquiry())).isEqualTo(InquiryState.PENDING);
    }

    @Test
    @DisplayName("by being erased is withdrawn, late or not, and no notice goes to a pseudonym")
    void erased() {
        marketplace.supplier("other", "Pumps");
        var late = pumps();
        marketplace.pass(DEADLINE);
        marketplace.askForAlternatives(late);
        var open = marketplace.inquiry("open");
        assertThat(told.since(Instant.EPOCH, new PageQuery(0, 10))).hasSize(1);

        erase.erase(BUYER);
        assertThat(stateOf(open)).isEqualTo(InquiryState.WITHDRAWN);
        assertThat(stateOf(late)).isEqualTo(InquiryState.UNANSWERED);
        assertThat(alternatives.of(late).state()).isEqualTo(ReferralState.WITHDRAWN);
        assertThat(processes.of(open)).isNull();
        assertThat(processes.of(late)).isNull();
        marketplace.reply(late);
        marketplace.pass(DEADLINE);
        assertThat(notices.toldTo(open)).isEmpty();
        assertThat(notices.toldTo(late)).extracting(Notice::kind).containsExactly(Notice.Kind.ALTERNATIVES_AVAILABLE);
        assertThat(told.since(Instant.EPOCH, new PageQuery(0, 10))).isEmpty();
    }
}
