package io.hourglass.inquiry.judging;

import static io.hourglass.sla.Moments.NEW_YORK;
import static io.hourglass.sla.Moments.SHANGHAI;
import static io.hourglass.sla.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.inquiry.judging.Explanation.Mention;
import io.hourglass.inquiry.policy.Terms;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An explanation")
class ExplanationTest {

    private static final String DEADLINE = "2016-03-15 23:00 +08:00";
    private static final String WINDOW_END = "2016-03-15 22:00 +08:00";
    private static final String CLOSE = "2016-03-17 12:00 +08:00";

    @ParameterizedTest
    @EnumSource
    @DisplayName("exists for every rule, in English and in Chinese, and names the policy version")
    void existsForEveryRule(InquiryRule rule) {
        assertThat(english(rule)).isPrintable().contains("Policy version 7.").doesNotContain("null");
        assertThat(chinese(rule)).contains("规则版本 7。").doesNotContain("null");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("leaves no place open")
    void leavesNoPlaceOpen(InquiryRule rule) {
        assertThat(english(rule) + chinese(rule)).doesNotContain("{", "}", "''");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "SYSTEM_SPAM",
                "SPAM_REPORTED_IN_WINDOW",
                "REJECTED_IN_WINDOW",
                "WITHDRAWN_BEFORE_DEADLINE",
                "FOLLOWS_THREAD",
                "FOUND_TO_FOLLOW",
                "ANSWERED_BY_DEADLINE",
                "ANSWERED_AFTER_DEADLINE"
            })
    @DisplayName("names the fact that decided")
    void namesTheDecidingFact(InquiryRule rule) {
        assertThat(english(rule)).contains("fact-42");
        assertThat(chinese(rule)).contains("fact-42");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("has no id in its sentences on a page, but beside them, in both languages")
    void withoutIdsOnPages(InquiryRule rule) {
        for (var locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            var shown = Explanation.onPage(grounds(rule), locale, SHANGHAI);
            assertThat(shown.text()).doesNotContain("fact-42", "q-anchor", "null", "{", "}", "''");
            assertThat(shown.mentions())
                    .containsExactly(
                            new Mention(Mention.Subject.FACT, "fact-42"),
                            new Mention(Mention.Subject.INQUIRY, "q-anchor"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "WITHDRAWN_BEFORE_DEADLINE",
                "ANSWERED_BY_DEADLINE",
                "ANSWERED_AFTER_DEADLINE",
                "SYNC_GAP_OVER_DEADLINE",
                "OUTAGE_OVER_DEADLINE",
                "NO_COUNTING_REPLY",
                "DEADLINE_AHEAD"
            })
    @DisplayName("names the reply deadline where that decided")
    void namesTheDeadline(InquiryRule rule) {
        assertThat(english(rule)).contains(DEADLINE);
        assertThat(chinese(rule)).contains(DEADLINE);
    }

    @ParameterizedTest
    @EnumSource(names = {"SPAM_REPORTED_IN_WINDOW", "REJECTED_IN_WINDOW"})
    @DisplayName("names the end of the window where that decided")
    void namesTheWindow(InquiryRule rule) {
        assertThat(english(rule)).contains(WINDOW_END);
        assertThat(chinese(rule)).contains(WINDOW_END);
    }

    @Test
    @DisplayName("names the anchor of a duplicate, and the close of books that an inquiry missed")
    void namesAnchorAndClose() {
        assertThat(english(InquiryRule.DUPLICATE_OF_ANCHOR)).contains("q-anchor");
        assertThat(chinese(InquiryRule.DUPLICATE_OF_ANCHOR)).contains("q-anchor");
        assertThat(english(InquiryRule.LEARNED_AFTER_CLOSE)).contains(CLOSE);
        assertThat(chinese(InquiryRule.LEARNED_AFTER_CLOSE)).contains(CLOSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "zh-CN", "zh-TW", "zh-Hans-SG"})
    @DisplayName("is Chinese for every Chinese locale")
    void isChinese(String tag) {
        assertThat(Explanation.of(grounds(InquiryRule.REJECTED_IN_WINDOW), Locale.forLanguageTag(tag), SHANGHAI))
                .isEqualTo(chinese(InquiryRule.REJECTED_IN_WINDOW))
                .contains("退回");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "fr", "ar-EG", "und"})
    @DisplayName("is English for any other locale, also on a Chinese machine")
    void isEnglishElse(String tag) {
        var machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.CHINA);
            assertThat(Explanation.of(
                            grounds(InquiryRule.SYNC_GAP_OVER_DEADLINE), Locale.forLanguageTag(tag), SHANGHAI))
                    .isEqualTo(english(InquiryRule.SYNC_GAP_OVER_DEADLINE))
                    .startsWith("No counting reply is known, but our own sync of the supplier's mailbox had a gap");
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    @DisplayName("shows instants in the zone that is asked for")
    void inAnotherZone() {
        assertThat(Explanation.of(grounds(InquiryRule.DEADLINE_AHEAD), Locale.ENGLISH, NEW_YORK))
                .contains("2016-03-15 11:00 -04:00");
    }

    @Test
    @DisplayName("adds that the reply could not be delivered, if it could not")
    void undelivered() {
        var judgement = grounds(judgement(InquiryRule.ANSWERED_BY_DEADLINE, true));
        assertThat(Explanation.of(judgement, Locale.ENGLISH, SHANGHAI))
                .isEqualTo(
                        english(InquiryRule.ANSWERED_BY_DEADLINE) + " The reply could not be delivered to the buyer.");
        assertThat(Explanation.of(judgement, Locale.CHINESE, SHANGHAI))
                .isEqualTo(chinese(InquiryRule.ANSWERED_BY_DEADLINE) + " 该回复未能送达买家。");
    }

    private static String english(InquiryRule rule) {
        return Explanation.of(grounds(rule), Locale.ENGLISH, SHANGHAI);
    }

    private static String chinese(InquiryRule rule) {
        return Explanation.of(grounds(rule), Locale.CHINESE, SHANGHAI);
    }

    private static Grounds grounds(InquiryRule rule) {
        return grounds(judgement(rule, false));
    }

    /** Of facts that nobody can see any more. */
    private static Grounds grounds(Judgement judgement) {
        return Grounds.builder()
                .judgement(judgement)
                .replies(List.of())
                .knownLate(List.of())
                .asOf(judgement.clocks().booksClose())
                .build();
    }

    /** Of an inquiry over the spring change, so that no two of its clocks are the same. */
    private static Judgement judgement(InquiryRule rule, boolean undelivered) {
        var clocks = Terms.usual().in(NEW_YORK).agreed().clocksFor(at(NEW_YORK, "2016-03-12T10:00"));
        return Judgement.builder()
                .inquiry(new InquiryId("q-1"))
                .rule(rule)
                .decidingFact(new FactId("fact-42"))
                .anchor(new InquiryId("q-anchor"))
                .clocks(clocks)
                .policyVersion(7)
                .booksClosed(false)
                .undelivered(undelivered)
                .build();
    }
}
