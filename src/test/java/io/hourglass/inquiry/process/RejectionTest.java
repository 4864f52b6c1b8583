package io.hourglass.inquiry.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.hourglass.CleanSlate;
import io.hourglass.HourglassTest;
import io.hourglass.Processes;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.Notices;
import io.hourglass.inquiry.Notices.Notice;
import io.hourglass.kernel.AuthorKind;
import io.hourglass.kernel.FactKind;
import io.hourglass.rate.VerdictEntries;
import io.hourglass.rate.VerdictEntry;
import io.hourglass.sla.Clocks;
import io.hourglass.sla.Policies;
import io.hourglass.sla.Refusal;
import io.hourglass.sla.State;
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
    private Policies policies;

    @Autowired
    private SettableClock clock;

    private Clocks clocks;

    @BeforeEach
    void readClocks() {
        clocks = policies.inForceAt(CleanSlate.START).clocksFor(CleanSlate.START);
    }

    @Test
    @DisplayName("the buyer may ask for alternatives at that very instant, days before the deadline")
    void ask() {
        var id = marketplace.inquiry("i");
        var instance = processes.of(id);
        marketplace.pass(HOUR);
        marketplace.reject(id, marketplace.now());

        assertThat(marketplace.askForAlternatives(id).refusal()).isNull();
        assertThat(instance).isEnded().hasPassed("FindAlternatives", "AskedForAlternatives");
        assertThat(entries.historyOf(id))
                .singleElement()
                .extracting(VerdictEntry::state)
                .isEqualTo(State.REJECTED);
    }

    @Test
    @DisplayName("a request dated a millisecond before it is refused, and ends nothing")
    void requestBeforeIt() {
        var id = marketplace.inquiry("i");
        marketplace.pass(HOUR);
        marketplace.reject(id, marketplace.now());
        var request = marketplace.happens(
                id, FactKind.ALTERNATIVES_REQUESTED, null, marketplace.now().minus(MILLI));

        assertThat(request.refusal()).isEqualTo(Refusal.NOT_ON_OFFER);
        assertThat(processes.of(id)).isWaitingAt("KeepCaseOpen");
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

        assertThat(instance).isEnded().hasPassed("FindAlternatives", "AskedForAlternatives");
    }

    @Test
    @DisplayName("the deadline passes over the waiting case without another word to the buyer")
    void deadline() {
        var id = marketplace.inquiry("i");
        marketplace.reject(id, marketplace.now());
        marketplace.passTo(clocks.replyDeadline());

        assertThat(processes.of(id)).isWaitingAt("KeepCaseOpen").hasPassed("JudgeAtDeadline");
        assertThat(notices.toldTo(id)).extracting(Notice::kind).containsExactly(Notice.Kind.REJECTED);
    }

    @Test
    @DisplayName("the offer stands up to its last instant, and then the case ends Left unserved, still rejected")
    void expiry() {
        var id = marketplace.inquiry("i");
        var instance = processes.of(id);
        marketplace.reject(id, marketplace.now());
        marketplace.passTo(clocks.offerExpires().minus(MILLI));
        assertThat(instance).isWaitingAt("KeepCaseOpen").hasPassed("TellBuyerOfRejection");
        marketplace.passTo(clocks.offerExpires());

        assertThat(instance).isEnded().hasPassed("OfferExpired", "LeftUnserved");
        assertThat(entries.historyOf(id)).last().extracting(VerdictEntry::state).isEqualTo(State.REJECTED);
    }

    @Test
    @DisplayName("one that is learned of when no offer is of use any more ends the case, and tells nobody")
    void downtime() {
        var id = marketplace.inquiry("i");
        var instance = processes.of(id);
        var rejected = marketplace.now().plus(HOUR);
        clock.set(clocks.offerExpires().plus(MILLI));
        marketplace.reject(id, rejected);

        assertThat(instance).isEnded().hasNotPassed("TellBuyerOfRejection");
        assertThat(notices.toldTo(id)).isEmpty();
    }

    @Test
    @DisplayName("a spam report ends the case Excluded: there is nobody to be served")
    void spam() {
        var id = marketplace.inquiry("i");
        var instance = processes.of(id);
        marketplace.reject(id, marketplace.now());
        marketplace.reportSpam(id, marketplace.now());

        assertThat(instance).isEnded().hasPassed("Excluded");
    }

    @Test
    @DisplayName("a reply does not count, but reaches the buyer: the case waits on for what it wants")
    void reply() {
        var id = marketplace.inquiry("i");
        marketplace.reject(id, marketplace.now());
        marketplace.pass(HOUR);
        marketplace.reply(id, AuthorKind.HUMAN, marketplace.now());

        assertThat(processes.of(id)).isWaitingAt("KeepCaseOpen");
        assertThat(notices.toldTo(id))
                .extracting(Notice::kind)
                .containsExactly(Notice.Kind.REJECTED, Notice.Kind.REPLIED_AFTER_ALL);
        assertThat(entries.historyOf(id)).last().extracting(VerdictEntry::state).isEqualTo(State.REJECTED);
    }
}
