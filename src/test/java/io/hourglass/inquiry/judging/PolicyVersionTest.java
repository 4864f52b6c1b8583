package io.hourglass.inquiry.judging;

import static io.hourglass.sla.Moments.SHANGHAI;
import static io.hourglass.sla.Moments.at;
import static io.hourglass.sla.Moments.hoursAfter;
import static io.hourglass.sla.Moments.justAfter;
import static io.hourglass.sla.Moments.justBefore;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.inquiry.policy.DuplicateRule;
import io.hourglass.inquiry.policy.Terms;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.sla.days.NaturalDay;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An inquiry is judged by the policy version in force at its receipt:")
class PolicyVersionTest {

    private static final Instant CUT_OVER = at("2016-03-02T00:00");

    @Test
    @DisplayName("72 hours for one received a millisecond before the new version, 24 for one received as it begins")
    void replyTime() {
        var pair = new Pair();
        var before = pair.receives("q-1", justBefore(CUT_OVER));
        pair.turnsTo(Terms.usual().version(2).replyWithin(Duration.ofHours(24)));
        var after = pair.receives("q-2", CUT_OVER);
        before.replied(hoursAfter(before.received(), 72));
        after.replied(justAfter(hoursAfter(CUT_OVER, 24)));
        assertThat(before.state()).isEqualTo(InquiryState.TIMELY);
        assertThat(after.state()).isEqualTo(InquiryState.LATE);
        assertThat(before.judged().policyVersion()).isEqualTo(1);
        assertThat(after.judged().policyVersion()).isEqualTo(2);
    }

    @Test
    @DisplayName("a new version changes no deadline that is running")
    void runningDeadline() {
        var pair = new Pair();
        var before = pair.receives("q-1", justBefore(CUT_OVER));
        pair.turnsTo(Terms.usual().version(2).replyWithin(Duration.ofHours(24)));
        pair.receives("q-2", CUT_OVER);
        assertThat(before.stateAt(hoursAfter(CUT_OVER, 30))).isEqualTo(InquiryState.PENDING);
    }

    @Test
    @DisplayName("whose replies count, by each inquiry's own version")
    void countingAuthors() {
        var pair = new Pair(Terms.usual().counting(AuthorKind.HUMAN, AuthorKind.AI_AGENT));
        var before = pair.receives("q-1", justBefore(CUT_OVER));
        pair.turnsTo(Terms.usual().version(2).counting(AuthorKind.HUMAN));
        var after = pair.receives("q-2", CUT_OVER);
        before.replied(CUT_OVER, AuthorKind.AI_AGENT);
        after.replied(CUT_OVER, AuthorKind.AI_AGENT);
        assertThat(before.state()).isEqualTo(InquiryState.TIMELY);
        assertThat(after.state()).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("whether it is a duplicate, by the later inquiry's version")
    void duplicates() {
        var pair = new Pair(Terms.usual().duplicates(DuplicateRule.ROLLING_24H));
        var before = pair.receives("q-1", justBefore(CUT_OVER));
        pair.turnsTo(Terms.usual().version(2).duplicates(DuplicateRule.NATURAL_DAY));
        var after = pair.receives("q-2", CUT_OVER);
        var sameDay = pair.receives("q-3", hoursAfter(CUT_OVER, 1));
        assertThat(before.state()).isEqualTo(InquiryState.UNANSWERED);
        assertThat(after.judged().anchor()).isEqualTo(after.id());
        assertThat(sameDay.judged().anchor()).isEqualTo(after.id());
    }

    @Test
    @DisplayName("a duplicate across the change serves the anchor by the anchor's deadline")
    void acrossTheChange() {
        var pair = new Pair();
        var anchor = pair.receives("q-1", justBefore(CUT_OVER));
        pair.turnsTo(Terms.usual().version(2).replyWithin(Duration.ofHours(24)).duplicates(DuplicateRule.ROLLING_24H));
        var duplicate = pair.receives("q-2", CUT_OVER);
        duplicate.replied(anchor.deadline());
        assertThat(duplicate.state()).isEqualTo(InquiryState.DUPLICATE);
        assertThat(anchor.state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("its natural day, in its own version's zone: an anchor's day does not move with a change of zone")
    void dayInItsOwnZone() {
        var pair = new Pair(Terms.usual().in(ZoneOffset.UTC));
        var anchor = pair.receives("q-1", Instant.parse("2016-03-01T17:00:00Z"));
        pair.turnsTo(Terms.usual().version(2).in(SHANGHAI));
        var next = pair.receives("q-2", Instant.parse("2016-03-02T00:00:00Z"));
        assertThat(NaturalDay.of(anchor.received(), SHANGHAI))
                .isEqualTo(next.clocks().day());
        assertThat(anchor.clocks().day()).isEqualTo("2016-03-01");
        assertThat(next.judged().anchor()).isEqualTo(next.id());
    }

    @Test
    @DisplayName("its natural day, which a change of zone may lengthen: a duplicate lies on it all the same")
    void dayLengthenedByAChangeOfZone() {
        var pair = new Pair();
        var anchor = pair.receives("q-1", at("2016-03-01T00:30"));
        pair.turnsTo(Terms.usual().version(2).in(ZoneOffset.UTC));
        var next = pair.receives("q-2", CUT_OVER);
        assertThat(next.clocks().day()).isEqualTo(anchor.clocks().day());
        assertThat(next.judged().anchor()).isEqualTo(anchor.id());
    }
}
