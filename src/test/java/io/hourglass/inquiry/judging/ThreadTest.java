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

@DisplayName("A mail that answers another")
class ThreadTest {

    private static final Instant MORNING = at("2016-03-01T10:00");
    private static final Instant NEXT_DAY = at("2016-03-02T10:00");
    private static final Instant THIRD_DAY = at("2016-03-03T10:00");

    private final Pair pair = new Pair();
    private final Inquiry first = pair.receives("q-1", MORNING).mail("m1");

    @Test
    @DisplayName("of the buyer is a follow-up of it, and opens no case")
    void answersAMail() {
        var second = pair.receives("q-2", NEXT_DAY).mail("m2", "m1");
        var judgement = second.judged();
        assertThat(judgement.state()).isEqualTo(InquiryState.FOLLOW_UP);
        assertThat(judgement.verdict()).isNull();
        assertThat(judgement.rule()).isEqualTo(InquiryRule.FOLLOWS_THREAD);
        assertThat(judgement.anchor()).isEqualTo(first.id());
        assertThat(judgement.decidingFact()).hasToString("q-1");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("of the supplier is a follow-up of what that replied to, whoever wrote it")
    void answersAReply(AuthorKind author) {
        var reply = first.replied(hoursAfter(MORNING, 1), author, "r1");
        var second = pair.receives("q-2", NEXT_DAY).mail("m2", "r1");
        assertThat(second.state()).isEqualTo(InquiryState.FOLLOW_UP);
        assertThat(second.judged().decidingFact()).isEqualTo(reply.id());
    }

    @Test
    @DisplayName("is a follow-up though the reply is retracted, dated before the receipt, or after the close")
    void whateverBecameOfTheReply() {
        first.retracted(first.replied(hoursAfter(MORNING, 1), AuthorKind.HUMAN, "r1"), hoursAfter(MORNING, 2));
        first.replied(at("2016-02-01T10:00"), AuthorKind.HUMAN, "r2");
        first.learnsOf(first.replied(hoursAfter(first.close(), 9), AuthorKind.HUMAN, "r3"), NEXT_DAY);
        assertThat(pair.receives("q-2", NEXT_DAY).mail("m2", "r1").state()).isEqualTo(InquiryState.FOLLOW_UP);
        assertThat(pair.receives("q-3", NEXT_DAY).mail("m3", "r2").state()).isEqualTo(InquiryState.FOLLOW_UP);
        assertThat(pair.receives("q-4", NEXT_DAY).mail("m4", "r3").state()).isEqualTo(InquiryState.FOLLOW_UP);
    }

    @Test
    @DisplayName("is a follow-up whatever became of that inquiry, spam and withdrawal included")
    void whateverBecameOfTheInquiry() {
        first.recognisedAsSpam(MORNING);
        first.withdrawn(MORNING);
        assertThat(pair.receives("q-2", NEXT_DAY).mail("m2", "m1").state()).isEqualTo(InquiryState.FOLLOW_UP);
    }

    @Test
    @DisplayName("goes before all verdicts: spam, rejection and withdrawal of it are without effect")
    void beforeAllVerdicts() {
        var second = pair.receives("q-2", NEXT_DAY).mail("m2", "m1");
        second.recognisedAsSpam(NEXT_DAY);
        second.rejected(NEXT_DAY);
        second.withdrawn(NEXT_DAY);
        assertThat(second.state()).isEqualTo(InquiryState.FOLLOW_UP);
        assertThat(first.state()).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("is an inquiry if the other is after it in order, or is itself")
    void onlyEarlierOnes() {
        var second = pair.receives("q-2", NEXT_DAY).mail("m2", "m2", "m3", "r3");
        var third = pair.receives("q-3", THIRD_DAY).mail("m3");
        third.replied(THIRD_DAY, AuthorKind.HUMAN, "r3");
        assertThat(second.state()).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("received at the same instant follows by the order of ids")
    void atOneInstant() {
        assertThat(pair.receives("q-2", MORNING).mail("m2", "m1").state()).isEqualTo(InquiryState.FOLLOW_UP);
        assertThat(pair.receives("q-0", MORNING).mail("m0", "m1").state()).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("follows by the first of its ids that leads to something earlier")
    void firstIdThatLeads() {
        var second = pair.receives("q-2", NEXT_DAY).mail("m2");
        var third = pair.receives("q-3", THIRD_DAY).mail("m3", "nowhere", "m3", "m2", "m1");
        assertThat(third.judged().anchor()).isEqualTo(second.id());
    }

    @Test
    @DisplayName("means the earliest of several mails with one id, by an own id or a reply's")
    void oneIdOfSeveral() {
        var second = pair.receives("q-2", NEXT_DAY).mail("twice");
        var third = pair.receives("q-3", THIRD_DAY).mail("m3", "twice");
        assertThat(third.judged().anchor()).isEqualTo(second.id());
        first.replied(THIRD_DAY, AuthorKind.HUMAN, "twice");
        assertThat(third.judged().anchor()).isEqualTo(first.id());
    }

    @Test
    @DisplayName("that is itself a follow-up follows the same inquiry")
    void throughAFollowUp() {
        var second = pair.receives("q-2", NEXT_DAY).mail("m2", "m1");
        second.replied(NEXT_DAY, AuthorKind.AUTO_REPLY, "r2");
        var third = pair.receives("q-3", THIRD_DAY).mail("m3", "r2");
        assertThat(third.judged().anchor()).isEqualTo(first.id());
        assertThat(third.judged().decidingFact()).isNotEqualTo(second.judged().decidingFact());
    }

    @Test
    @DisplayName("is an inquiry until that is known, and a follow-up from then on")
    void onceItIsKnown() {
        var reply = first.replied(hoursAfter(MORNING, 1), AuthorKind.HUMAN, "r1");
        first.learnsOf(reply, THIRD_DAY);
        var second = pair.receives("q-2", NEXT_DAY).mail("m2", "r1");
        assertThat(second.stateAt(justBefore(THIRD_DAY))).isEqualTo(InquiryState.PENDING);
        assertThat(second.stateAt(THIRD_DAY)).isEqualTo(InquiryState.FOLLOW_UP);
    }

    @Test
    @DisplayName("is decided by what is known at its own day's close, and stays what it was")
    void ownClose() {
        var second = pair.receives("q-2", NEXT_DAY).mail("m2", "r1");
        var reply = first.replied(MORNING, AuthorKind.HUMAN, "r1");
        first.learnsOf(reply, justAfter(second.close()));
        assertThat(second.stateAt(hoursAfter(second.close(), 99))).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("may be learned of up to its own close, though that of the other is past")
    void afterTheOthersClose() {
        var second = pair.receives("q-2", NEXT_DAY).mail("m2", "r1");
        first.learnsOf(first.replied(MORNING, AuthorKind.HUMAN, "r1"), second.close());
        assertThat(second.state()).isEqualTo(InquiryState.FOLLOW_UP);
    }

    @Test
    @DisplayName("learned of after its own close follows nothing, and nothing follows it")
    void outOfTheBooks() {
        var late = pair.receives("q-2", at("2016-03-01T11:00"), justAfter(first.close()))
                .mail("m2", "m1");
        assertThat(late.stateAt(justAfter(first.close()))).isEqualTo(InquiryState.OUT_OF_BOOKS);
        late.replied(at("2016-03-01T12:00"), AuthorKind.HUMAN, "r2");
        var next = pair.receives("q-3", THIRD_DAY).mail("m3", "m2", "r2");
        assertThat(next.state()).isEqualTo(InquiryState.UNANSWERED);
        var direct = pair.receives("q-4", THIRD_DAY).mail("m4", "m2", "m1");
        assertThat(direct.judged().anchor()).isEqualTo(first.id());
    }

    @Test
    @DisplayName("holds no place among the duplicates: the next of its day is the anchor")
    void noPlaceInTheChain() {
        var followUp = pair.receives("q-2", NEXT_DAY).mail("m2", "m1");
        var next = pair.receives("q-3", hoursAfter(NEXT_DAY, 1)).mail("m3");
        assertThat(next.judged().anchor()).isEqualTo(next.id());
        assertThat(followUp.state()).isEqualTo(InquiryState.FOLLOW_UP);
    }

    @Test
    @DisplayName("passes its duplicates to the next once it is known to be one")
    void duplicatesMove() {
        first.learnsOf(first.replied(MORNING, AuthorKind.HUMAN, "r1"), THIRD_DAY);
        pair.receives("q-2", NEXT_DAY).mail("m2", "r1");
        var next = pair.receives("q-3", hoursAfter(NEXT_DAY, 1)).mail("m3");
        assertThat(next.stateAt(justBefore(THIRD_DAY))).isEqualTo(InquiryState.DUPLICATE);
        assertThat(next.stateAt(THIRD_DAY)).isEqualTo(InquiryState.PENDING);
    }

    @Test
    @DisplayName("of a duplicate follows the duplicate, and a reply to it serves that one's anchor")
    void ofADuplicate() {
        var duplicate = pair.receives("q-2", hoursAfter(MORNING, 1)).mail("m2");
        var followUp = pair.receives("q-3", NEXT_DAY).mail("m3", "m2");
        assertThat(followUp.judged().anchor()).isEqualTo(duplicate.id());
        followUp.replied(first.deadline());
        assertThat(first.state()).isEqualTo(InquiryState.TIMELY);
        assertThat(duplicate.state()).isEqualTo(InquiryState.DUPLICATE);
    }

    @Test
    @DisplayName("takes replies for the inquiry that it follows, under that one's deadline")
    void repliesServeTheInquiry() {
        var followUp = pair.receives("q-2", NEXT_DAY).mail("m2", "m1");
        var late = followUp.replied(justAfter(first.deadline()));
        assertThat(first.state()).isEqualTo(InquiryState.LATE);
        assertThat(first.judged().decidingFact()).isEqualTo(late.id());
        followUp.replied(first.deadline());
        assertThat(first.state()).isEqualTo(InquiryState.TIMELY);
        assertThat(followUp.state()).isEqualTo(InquiryState.FOLLOW_UP);
    }

    @Test
    @DisplayName("takes replies under the close of that inquiry, not under its own")
    void repliesUnderItsClose() {
        var followUp = pair.receives("q-2", NEXT_DAY).mail("m2", "m1");
        followUp.replied(first.close());
        assertThat(first.stateAt(followUp.close())).isEqualTo(InquiryState.UNANSWERED);
        followUp.replied(justBefore(first.close()));
        assertThat(first.stateAt(followUp.close())).isEqualTo(InquiryState.LATE);
    }

    @Test
    @DisplayName("takes replies measured at the receipt of that inquiry alone, five minutes before it included")
    void repliesAtItsReceipt() {
        var followUp = pair.receives("q-2", NEXT_DAY).mail("m2", "m1");
        var tooEarly = followUp.replied(justBefore(first.earliest()));
        assertThat(first.state()).isEqualTo(InquiryState.UNANSWERED);
        assertThat(followUp.refusalOf(tooEarly)).hasValue(Refusal.BEFORE_RECEIPT);
        var reply = followUp.replied(first.earliest());
        assertThat(first.state()).isEqualTo(InquiryState.TIMELY);
        assertThat(followUp.refusalOf(reply)).isEmpty();
    }

    @Test
    @DisplayName("takes no reply that is no answer, or that is taken back; one that bounced is flagged")
    void correctionsAndBounces() {
        var followUp = pair.receives("q-2", NEXT_DAY).mail("m2", "m1");
        followUp.replied(NEXT_DAY, AuthorKind.AUTO_REPLY);
        var reply = followUp.replied(NEXT_DAY);
        followUp.bounced(reply, hoursAfter(NEXT_DAY, 1));
        assertThat(first.judged().undelivered()).isTrue();
        followUp.retracted(reply, hoursAfter(NEXT_DAY, 2));
        assertThat(first.state()).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("takes replies by the policy version of the inquiry that it follows")
    void repliesByItsPolicy() {
        pair.turnsTo(Terms.usual().version(2).counting(AuthorKind.AI_AGENT));
        var followUp = pair.receives("q-2", NEXT_DAY).mail("m2", "m1");
        followUp.replied(NEXT_DAY, AuthorKind.AI_AGENT);
        assertThat(first.state()).isEqualTo(InquiryState.UNANSWERED);
        followUp.replied(NEXT_DAY, AuthorKind.HUMAN);
        assertThat(first.state()).isEqualTo(InquiryState.TIMELY);
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECTED", "WITHDRAWN"})
    @DisplayName("takes replies that undo a rejection and a withdrawal of that inquiry")
    void repliesUndo(InquiryFactKind kind) {
        var followUp = pair.receives("q-2", NEXT_DAY).mail("m2", "m1");
        var undone = first.happens(kind, hoursAfter(NEXT_DAY, 1));
        followUp.replied(justAfter(undone.occurredAt()));
        assertThat(first.state()).hasToString(kind.name());
        followUp.replied(undone.occurredAt());
        assertThat(first.state()).isEqualTo(InquiryState.TIMELY);
        assertThat(first.refusalOf(undone)).hasValue(Refusal.ALREADY_ANSWERED);
    }

    @Test
    @DisplayName("in judging another day's inquiry is what is known at the earlier of both closes")
    void atTheEarlierClose() {
        var followUp = pair.receives("q-2", NEXT_DAY).mail("m2", "r1");
        first.learnsOf(first.replied(MORNING, AuthorKind.AUTO_REPLY, "r1"), justAfter(first.close()));
        followUp.replied(NEXT_DAY);
        assertThat(first.stateAt(followUp.close())).isEqualTo(InquiryState.UNANSWERED);
        assertThat(followUp.state()).isEqualTo(InquiryState.FOLLOW_UP);
    }

    @ParameterizedTest
    @EnumSource(names = {"SYSTEM_SPAM", "REJECTED", "SPAM_REPORTED", "WITHDRAWN", "ALTERNATIVES_REQUESTED"})
    @DisplayName("is refused what only an inquiry can have")
    void refused(InquiryFactKind kind) {
        var followUp = pair.receives("q-2", NEXT_DAY).mail("m2", "m1");
        assertThat(followUp.refusalOf(followUp.happens(kind, NEXT_DAY))).hasValue(Refusal.FOLLOW_UP);
        var inquiry = pair.receives("q-3", NEXT_DAY).mail("m3");
        assertThat(inquiry.refusalOf(inquiry.happens(kind, NEXT_DAY))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"RECEIVED", "FOLLOW_UP", "REPLIED", "BOUNCED", "BELONGS_TO", "RETRACTED", "RECLASSIFIED"})
    @DisplayName("is not refused a reply, an amendment or a finding")
    void notRefused(InquiryFactKind kind) {
        var followUp = pair.receives("q-2", NEXT_DAY).mail("m2", "m1");
        assertThat(followUp.refusalOf(followUp.happens(kind, NEXT_DAY))).isEmpty();
    }

    @Test
    @DisplayName("lets the supplier have acted on that inquiry, by a reply alone")
    void supplierActed() {
        var followUp = pair.receives("q-2", NEXT_DAY).mail("m2", "m1");
        followUp.rejected(NEXT_DAY);
        assertThat(followUp.supplierActedBy(THIRD_DAY)).isFalse();
        assertThat(first.supplierActedBy(THIRD_DAY)).isFalse();
        var reply = followUp.replied(NEXT_DAY);
        var own = first.replied(THIRD_DAY);
        assertThat(followUp.supplierActedBy(THIRD_DAY)).isTrue();
        assertThat(first.supplierActedBy(NEXT_DAY)).isTrue();
        assertThat(pair.judged(THIRD_DAY).answers(first.id())).containsExactly(reply, own);
        assertThat(pair.judged(THIRD_DAY).answers(followUp.id())).containsExactly(reply);
    }

    @Test
    @DisplayName("in the eyes of a person goes before all ids, and may stand alone")
    void found() {
        var second = pair.receives("q-2", NEXT_DAY).mail("m2");
        var third = pair.receives("q-3", THIRD_DAY).mail("m3", "m2");
        var finding = third.foundToBelongTo(first, hoursAfter(THIRD_DAY, 1));
        assertThat(third.judged().rule()).isEqualTo(InquiryRule.FOUND_TO_FOLLOW);
        assertThat(third.judged().anchor()).isEqualTo(first.id());
        assertThat(third.judged().decidingFact()).isEqualTo(finding.id());
        var alone = third.foundToBelongTo(third, hoursAfter(THIRD_DAY, 2));
        assertThat(third.state()).isEqualTo(InquiryState.UNANSWERED);
        third.retracted(alone, hoursAfter(THIRD_DAY, 3));
        assertThat(third.judged().anchor()).isEqualTo(first.id());
        third.retracted(finding, hoursAfter(THIRD_DAY, 4));
        assertThat(third.judged().anchor()).isEqualTo(second.id());
    }

    @Test
    @DisplayName("is found to belong to another by the last finding: of two at one instant by the greater id")
    void lastFinding() {
        var second = pair.receives("q-2", NEXT_DAY).mail("m2");
        var third = pair.receives("q-3", THIRD_DAY).mail("m3");
        third.foundToBelongTo(second, hoursAfter(THIRD_DAY, 2));
        third.foundToBelongTo(first, hoursAfter(THIRD_DAY, 1));
        assertThat(third.judged().anchor()).isEqualTo(second.id());
        third.foundToBelongTo(first, hoursAfter(THIRD_DAY, 2));
        assertThat(third.judged().anchor()).isEqualTo(first.id());
    }

    @Test
    @DisplayName("is found to belong to a follow-up: it follows the same inquiry")
    void foundToBelongToAFollowUp() {
        var second = pair.receives("q-2", NEXT_DAY).mail("m2", "m1");
        var third = pair.receives("q-3", THIRD_DAY).mail("m3");
        third.foundToBelongTo(second, THIRD_DAY);
        assertThat(third.judged().anchor()).isEqualTo(first.id());
    }

    @Test
    @DisplayName("is not what was found of it, if that names a later mail, or comes after the close")
    void findingWithoutEffect() {
        var second = pair.receives("q-2", NEXT_DAY).mail("m2");
        second.foundToBelongTo(pair.receives("q-3", THIRD_DAY), THIRD_DAY);
        second.foundToBelongTo(first, second.close());
        second.learnsOf(second.foundToBelongTo(first, NEXT_DAY), justAfter(second.close()));
        assertThat(second.stateAt(hoursAfter(second.close(), 1))).isEqualTo(InquiryState.UNANSWERED);
        second.foundToBelongTo(first, justBefore(second.close()));
        assertThat(second.state()).isEqualTo(InquiryState.FOLLOW_UP);
    }
}
