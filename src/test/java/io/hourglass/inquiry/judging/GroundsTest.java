package io.hourglass.inquiry.judging;

import static io.hourglass.sla.Moments.SHANGHAI;
import static io.hourglass.sla.Moments.at;
import static io.hourglass.sla.Moments.hoursAfter;
import static io.hourglass.sla.Moments.justAfter;
import static io.hourglass.sla.Moments.justBefore;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.inquiry.policy.Terms;
import io.hourglass.kernel.facts.AuthorKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a verdict rests on")
class GroundsTest {

    private static final String DEADLINE = "2016-03-04 10:00 +08:00";
    private static final String CLOSE = "2016-03-06 00:00 +08:00";

    private final Pair pair = new Pair();
    private final Inquiry inquiry = pair.receives("q-1", at("2016-03-01T10:00"));

    private static Grounds grounds(Pair pair, Inquiry inquiry, Instant asOf) {
        return pair.judged(asOf).grounds(inquiry.judgedAt(asOf));
    }

    private Grounds settled() {
        return grounds(pair, inquiry, hoursAfter(inquiry.close(), 48));
    }

    private static String english(Grounds grounds) {
        return Explanation.of(grounds, Locale.ENGLISH, SHANGHAI);
    }

    private static String chinese(Grounds grounds) {
        return Explanation.of(grounds, Locale.CHINESE, SHANGHAI);
    }

    @ParameterizedTest(name = "{0} ms after the deadline: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "-241200000 | 2016-03-01 15:00 +08:00 | 2 d 19 h before | （早 2 天 19 小时）",
                "-1 | 2016-03-04 09:59:59.999 +08:00 | 1 ms before | （早 1 毫秒）",
                "0 | 2016-03-04 10:00 +08:00 | exactly at | （恰在该时刻）",
                "1 | 2016-03-04 10:00:00.001 +08:00 | 1 ms after | （晚 1 毫秒）",
                "1001 | 2016-03-04 10:00:01.001 +08:00 | 1.001 s after | （晚 1.001 秒）",
                "3600000 | 2016-03-04 11:00 +08:00 | 1 h 0 min after | （晚 1 小时 0 分钟）"
            })
    @DisplayName("is said with when the reply came, and how early or late that was, to the millisecond")
    void distance(long millis, String came, String distance, String inChinese) {
        var reply = inquiry.replied(inquiry.deadline().plusMillis(millis));
        assertThat(english(settled()))
                .startsWith("The first counting reply (fact " + reply.id() + ", " + came + ") came " + distance
                        + " the reply deadline, " + DEADLINE);
        assertThat(chinese(settled()))
                .startsWith("首个有效回复（记录 " + reply.id() + "，" + came + "）" + (millis > 0 ? "晚于" : "不晚于") + "回复期限 "
                        + DEADLINE + inChinese);
    }

    @Test
    @DisplayName("is said on a page by when it was, each id once and beside the text, of duplicates and disputes too")
    void onPage() {
        var first = inquiry.replied(hoursAfter(inquiry.received(), 1));
        inquiry.retracted(first, hoursAfter(inquiry.received(), 2));
        var second = inquiry.replied(hoursAfter(inquiry.received(), 3));
        var grounds = settled().withDispute(new Grounds.Accepted("d-1", inquiry.close()));
        var shown = Explanation.onPage(grounds, Locale.ENGLISH, SHANGHAI);
        assertThat(shown.text())
                .startsWith(
                        "The first counting reply (2016-03-01 13:00 +08:00) came 2 d 21 h before the reply deadline")
                .contains(
                        "A reply (2016-03-01 11:00 +08:00) does not count: it was retracted (2016-03-01 12:00 +08:00).",
                        "It is based on a dispute, which was accepted and booked on " + CLOSE + ".")
                .doesNotContain(first.id().value(), second.id().value(), "d-1", "fact");
        assertThat(shown.mentions())
                .extracting(Explanation.Mention::id)
                .containsSubsequence(second.id().value(), first.id().value(), "d-1")
                .doesNotHaveDuplicates();
        assertThat(Explanation.onPage(grounds, Locale.CHINESE, SHANGHAI).text())
                .contains("首个有效回复（2016-03-01 13:00 +08:00）", "该判定依据一项申诉")
                .doesNotContain(first.id().value(), second.id().value(), "d-1", "记录");
    }

    @Test
    @DisplayName("bears the offset: half past one comes twice where clocks go back")
    void twice() {
        var london = ZoneId.of("Europe/London");
        var there = new Pair(Terms.usual().in(london));
        var one = there.receives("q", Instant.parse("2026-10-24T10:00:00Z"));
        one.replied(Instant.parse("2026-10-25T00:30:00Z"));
        var first = grounds(there, one, one.close());
        assertThat(Explanation.of(first, Locale.ENGLISH, london)).contains("2026-10-25 01:30 +01:00");
        var again = new Pair(Terms.usual().in(london));
        var other = again.receives("q", Instant.parse("2026-10-24T10:00:00Z"));
        other.replied(Instant.parse("2026-10-25T01:30:00Z"));
        assertThat(Explanation.of(grounds(again, other, other.close()), Locale.ENGLISH, london))
                .contains("2026-10-25 01:30 +00:00");
    }

    @Test
    @DisplayName("names a reply that became known after the day was locked, and until when that can be disputed")
    void knownLate() {
        var reply = inquiry.replied(hoursAfter(inquiry.received(), 1));
        inquiry.learnsOf(reply, justAfter(inquiry.close()));
        var grounds = settled();
        assertThat(grounds.replies()).extracting(Reply::effect).containsExactly(Effect.TOO_LATE);
        var until = grounds.withDisputableUntil(hoursAfter(inquiry.close(), 720));
        assertThat(english(until))
                .isEqualTo(
                        "No counting reply was known when the day was locked, " + CLOSE + ", and the reply deadline, "
                                + DEADLINE + ", had passed. Policy version 1. A reply (fact " + reply.id()
                                + ", 2016-03-01 11:00 +08:00) became known on 2016-03-06 00:00:00.001 +08:00, after the day was"
                                + " locked on " + CLOSE + ", and does not count. The verdict can be disputed up to and"
                                + " including 2016-04-05 00:00 +08:00.");
        assertThat(chinese(until)).contains("锁定时没有发现有效回复", "才登记", "可申诉，不晚于 2016-04-05 00:00 +08:00");
        var over = grounds(pair, inquiry, justAfter(hoursAfter(inquiry.close(), 720)))
                .withDisputableUntil(hoursAfter(inquiry.close(), 720));
        assertThat(english(over)).contains("could be disputed up to and including 2016-04-05 00:00 +08:00");
    }

    @Test
    @DisplayName(
            "names a rejection, a report and a withdrawal that became known after the close, and none that a rule refuses")
    void excludedLate() {
        var rejection = inquiry.rejected(hoursAfter(inquiry.received(), 1));
        inquiry.learnsOf(rejection, justAfter(inquiry.close()));
        var report = inquiry.reportedAsSpam(inquiry.windowEnd());
        inquiry.learnsOf(report, justAfter(inquiry.close()));
        inquiry.learnsOf(inquiry.reportedAsSpam(justAfter(inquiry.windowEnd())), justAfter(inquiry.close()));
        assertThat(settled().knownLate()).extracting(fact -> fact.id()).containsExactly(rejection.id(), report.id());
        assertThat(english(settled().withDisputableUntil(inquiry.close())))
                .startsWith("No counting reply is known")
                .contains("Rejection (fact " + rejection.id() + ", 2016-03-01 11:00 +08:00) became known on")
                .contains("Report as spam (fact " + report.id())
                .contains("The verdict could be disputed");
    }

    @Test
    @DisplayName("known at the very instant of the close a rejection decides, and is not named as late")
    void excludedAtTheClose() {
        inquiry.learnsOf(inquiry.rejected(hoursAfter(inquiry.received(), 1)), inquiry.close());
        assertThat(settled().judgement().state()).isEqualTo(InquiryState.REJECTED);
        assertThat(settled().knownLate()).isEmpty();
    }

    @Test
    @DisplayName("known at the very instant of the close a reply counts")
    void knownAtTheClose() {
        var reply = inquiry.replied(hoursAfter(inquiry.received(), 1));
        inquiry.learnsOf(reply, inquiry.close());
        assertThat(settled().replies()).extracting(Reply::effect).containsExactly(Effect.DECIDES);
        assertThat(settled().decidingFact()).isNotNull();
    }

    @Test
    @DisplayName("a reply that happened at the close came too late, one a millisecond before counts")
    void happenedAtTheClose() {
        inquiry.replied(inquiry.close());
        assertThat(english(settled())).contains("came when the day had been locked on " + CLOSE);
        inquiry.replied(justBefore(inquiry.close()));
        assertThat(settled().replies()).extracting(Reply::effect).containsExactly(Effect.DECIDES, Effect.TOO_LATE);
        assertThat(english(settled())).doesNotContain("locked");
    }

    @Test
    @DisplayName("says of each reply that is there why it does not count")
    void whyNot() {
        inquiry.replied(justBefore(inquiry.earliest()));
        inquiry.replied(hoursAfter(inquiry.received(), 1), AuthorKind.AUTO_REPLY);
        var taken = inquiry.replied(hoursAfter(inquiry.received(), 2));
        inquiry.retracted(taken, hoursAfter(inquiry.received(), 3));
        var machines = inquiry.replied(hoursAfter(inquiry.received(), 4));
        inquiry.reclassified(machines, AuthorKind.QUICK_REPLY, hoursAfter(inquiry.received(), 5));
        assertThat(settled().replies())
                .extracting(Reply::effect)
                .containsExactly(Effect.REFUSED, Effect.NO_ANSWER, Effect.RETRACTED, Effect.NO_ANSWER);
        assertThat(english(settled()))
                .startsWith("No counting reply is known")
                .contains("it is dated before the inquiry was received, 2016-03-01 10:00 +08:00.")
                .contains("it is by an automatic reply.")
                .contains("it was retracted (fact fact-004, 2016-03-01 13:00 +08:00).")
                .contains(
                        "it is by an automatic quick reply, as was corrected (fact fact-006, 2016-03-01 15:00 +08:00).");
        assertThat(chinese(settled())).contains("其时间早于", "回复者为", "已被撤销", "经修正").doesNotContain("??");
    }

    @Test
    @DisplayName("says that a reply has no text where that is why it does not count, and not where its author is")
    void textless() {
        var strict = new Pair(Terms.usual().textlessReplyCounts(false));
        var one = strict.receives("q", at("2016-03-01T10:00"));
        one.repliedWithoutText(hoursAfter(one.received(), 1));
        assertThat(english(grounds(strict, one, one.close()))).contains("does not count: it has no text.");
        one.replied(hoursAfter(one.received(), 2), AuthorKind.SYSTEM);
        assertThat(english(grounds(strict, one, one.close()))).contains("does not count: it is by the system.");
    }

    @Test
    @DisplayName("says of what came before the decision alone why it does not count, of five replies one by one")
    void many() {
        for (var hour = 1; hour <= 7; hour++) {
            inquiry.replied(hoursAfter(inquiry.received(), hour), AuthorKind.AUTO_REPLY);
        }
        assertThat(english(settled())).endsWith("2 more replies do not count.");
        inquiry.replied(hoursAfter(inquiry.received(), 2).minusMillis(1));
        assertThat(english(settled()))
                .containsOnlyOnce("does not count")
                .contains("2016-03-01 11:00 +08:00) does not count");
    }

    @Test
    @DisplayName(
            "a correction learned of after the close changes no verdict: what decided decides, what it helps comes too late")
    void correctedLate() {
        var decided = inquiry.replied(hoursAfter(inquiry.received(), 1));
        var taken = inquiry.retracted(decided, hoursAfter(inquiry.received(), 2));
        inquiry.learnsOf(taken, justAfter(inquiry.close()));
        assertThat(settled().judgement().state()).isEqualTo(InquiryState.TIMELY);
        assertThat(settled().replies()).extracting(Reply::effect).containsExactly(Effect.DECIDES);

        var other = pair.receives("q-2", at("2016-03-02T10:00"));
        var machines = other.replied(hoursAfter(other.received(), 1), AuthorKind.AUTO_REPLY);
        var corrected = other.reclassified(machines, AuthorKind.HUMAN, hoursAfter(other.received(), 2));
        other.learnsOf(corrected, justAfter(other.close()));
        var grounds = grounds(pair, other, hoursAfter(other.close(), 1));
        assertThat(grounds.replies()).extracting(Reply::effect).containsExactly(Effect.TOO_LATE);
        assertThat(english(grounds)).contains("would count by a correction that became known after the day was locked");
    }

    @Test
    @DisplayName("of an anchor names the duplicate through which it is answered, and lists its replies")
    void throughADuplicate() {
        var again = pair.receives("q-again", at("2016-03-01T11:00"));
        var reply = again.replied(at("2016-03-01T12:00"));
        assertThat(english(settled()))
                .contains("(fact " + reply.id() + " of inquiry q-again, 2016-03-01 12:00 +08:00)");
        assertThat(settled().replies()).extracting(Reply::fact).containsExactly(reply);
        assertThat(grounds(pair, again, again.close()).replies())
                .extracting(Reply::effect)
                .containsExactly(Effect.STANDS);
    }

    @Test
    @DisplayName("names a reply to a duplicate, and to a further mail, that became known after the close")
    void lateElsewhere() {
        inquiry.mail("root");
        var further = pair.receives("q-further", at("2016-03-02T11:00")).mail("further", "root");
        var reply = further.replied(at("2016-03-02T12:00"));
        further.learnsOf(reply, justAfter(inquiry.close()));
        assertThat(english(settled()))
                .contains(
                        "A reply (fact " + reply.id() + " of inquiry q-further, 2016-03-02 12:00 +08:00) became known");
        further.learnsOf(further.replied(at("2016-03-02T13:00")), inquiry.close());
        assertThat(english(settled())).contains(" of inquiry q-further, 2016-03-02 13:00 +08:00) came 1 d 21 h before");
    }

    @Test
    @DisplayName("says that a fact dated a little before the receipt counts as at it")
    void early() {
        inquiry.replied(inquiry.earliest());
        assertThat(english(settled()))
                .contains("came 3 d 0 h before the reply deadline")
                .contains("It is dated before the receipt, 2016-03-01 10:00 +08:00");
    }

    @Test
    @DisplayName("names the dispute that lies under it")
    void dispute() {
        inquiry.replied(hoursAfter(inquiry.received(), 1));
        var resting = settled().withDispute(new Grounds.Accepted("d-1", at("2016-03-07T10:00")));
        assertThat(english(resting))
                .endsWith("It is based on dispute d-1, which was accepted and booked on 2016-03-07 10:00 +08:00.");
        assertThat(chinese(resting)).endsWith("该判定依据申诉 d-1，申诉已采纳并于 2016-03-07 10:00 +08:00 登记。");
    }
}
