package io.hourglass.inquiry.judging;

import static io.hourglass.sla.Moments.at;
import static io.hourglass.sla.Moments.hoursAfter;
import static io.hourglass.sla.Moments.justAfter;
import static io.hourglass.sla.Moments.justBefore;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.inquiry.policy.Terms;
import io.hourglass.kernel.facts.AuthorKind;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A reply counts")
class CountingReplyTest {

    private static final Instant RECEIVED = at("2016-03-01T10:00");
    private static final Instant SOON = hoursAfter(RECEIVED, 1);

    private final Inquiry inquiry = new Pair().receives("q-1", RECEIVED);

    @ParameterizedTest
    @EnumSource(names = {"HUMAN", "AI_ASSISTED"})
    @DisplayName("if a person wrote it, alone or with assistance")
    void writtenByAPerson(AuthorKind author) {
        inquiry.replied(SOON, author);
        assertThat(inquiry.state()).isEqualTo(InquiryState.TIMELY);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"HUMAN", "AI_ASSISTED"},
            mode = EnumSource.Mode.EXCLUDE)
    @DisplayName("not if a machine sent it: an automatic reply is not a reply")
    void sentByAMachine(AuthorKind author) {
        inquiry.replied(SOON, author);
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNANSWERED);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("by any kind of author that the policy names")
    void namedByThePolicy(AuthorKind author) {
        var elsewhere = new Pair(Terms.usual().counting(author)).receives("q-2", RECEIVED);
        elsewhere.replied(SOON, author);
        assertThat(elsewhere.state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("not if nobody knows what kind of author wrote it")
    void writtenByNobody() {
        inquiry.replied(SOON, null);
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("after an automatic one, on its own time")
    void afterAnAutomaticOne() {
        inquiry.replied(SOON, AuthorKind.AUTO_REPLY);
        var byHand = inquiry.replied(justAfter(inquiry.deadline()));
        assertThat(inquiry.state()).isEqualTo(InquiryState.LATE);
        assertThat(inquiry.judged().decidingFact()).isEqualTo(byHand.id());
    }

    @ParameterizedTest
    @EnumSource(names = {"RECEIVED", "FOLLOW_UP", "ALTERNATIVES_REQUESTED", "BOUNCED"})
    @DisplayName("only if it is one: nothing else that happens answers")
    void onlyReplies(InquiryFactKind kind) {
        inquiry.happens(kind, SOON, AuthorKind.HUMAN);
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("without any text too")
    void withoutText() {
        inquiry.repliedWithoutText(SOON);
        assertThat(inquiry.state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("only with text where the policy says so")
    void onlyWithText() {
        var strict = new Pair(Terms.usual().textlessReplyCounts(false)).receives("q-2", RECEIVED);
        strict.repliedWithoutText(SOON);
        assertThat(strict.state()).isEqualTo(InquiryState.UNANSWERED);
        strict.replied(hoursAfter(SOON, 1));
        assertThat(strict.state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("though it bounced, and is flagged undelivered")
    void bounced() {
        inquiry.bounced(inquiry.replied(SOON), hoursAfter(SOON, 1));
        assertThat(inquiry.state()).isEqualTo(InquiryState.TIMELY);
        assertThat(inquiry.judged().undelivered()).isTrue();
    }

    @Test
    @DisplayName("though it bounced, also when its author is corrected")
    void bouncedAndReclassified() {
        var reply = inquiry.replied(SOON, AuthorKind.AUTO_REPLY);
        inquiry.reclassified(reply, AuthorKind.HUMAN, hoursAfter(SOON, 1));
        inquiry.bounced(reply, hoursAfter(SOON, 2));
        assertThat(inquiry.state()).isEqualTo(InquiryState.TIMELY);
        assertThat(inquiry.judged().undelivered()).isTrue();
    }

    @Test
    @DisplayName("and is not flagged before the bounce is known")
    void bouncedLater() {
        var bounce = inquiry.bounced(inquiry.replied(SOON), hoursAfter(SOON, 1));
        assertThat(inquiry.judgedAt(justBefore(bounce.occurredAt())).undelivered())
                .isFalse();
        assertThat(inquiry.judgedAt(bounce.occurredAt()).undelivered()).isTrue();
    }

    @Test
    @DisplayName("and is not flagged for a bounce after the books close")
    void bouncedAfterTheClose() {
        inquiry.bounced(inquiry.replied(SOON), inquiry.close());
        assertThat(inquiry.judgedAt(hoursAfter(inquiry.close(), 1)).undelivered())
                .isFalse();
    }

    @Test
    @DisplayName("and is not flagged when only a later one bounced")
    void anotherBounced() {
        inquiry.replied(SOON);
        inquiry.bounced(inquiry.replied(hoursAfter(SOON, 1)), hoursAfter(SOON, 2));
        assertThat(inquiry.judged().undelivered()).isFalse();
    }

    @Test
    @DisplayName("and is not flagged once the bounce is retracted")
    void bounceRetracted() {
        var bounce = inquiry.bounced(inquiry.replied(SOON), hoursAfter(SOON, 1));
        inquiry.retracted(bounce, hoursAfter(SOON, 2));
        assertThat(inquiry.state()).isEqualTo(InquiryState.TIMELY);
        assertThat(inquiry.judged().undelivered()).isFalse();
    }
}
