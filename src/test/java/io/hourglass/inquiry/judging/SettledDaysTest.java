package io.hourglass.inquiry.judging;

import static io.hourglass.sla.Moments.at;
import static io.hourglass.sla.Moments.justBefore;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.inquiry.policy.DuplicateRule;
import io.hourglass.inquiry.policy.Terms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A settled day is fixed input for later days:")
class SettledDaysTest {

    private final Pair pair = new Pair(Terms.usual().duplicates(DuplicateRule.ROLLING_24H));
    private final Inquiry earlier = pair.receives("q-1", at("2016-03-01T10:00"));

    @ParameterizedTest
    @EnumSource(names = {"TIMELY", "LATE", "UNVERIFIED", "UNANSWERED"})
    @DisplayName("what the books have as an anchor is one, whatever the facts would say now")
    void settledAnchor(InquiryState state) {
        var later = pair.receives("q-2", at("2016-03-02T09:00"));
        earlier.rejected(at("2016-03-01T11:00"));
        assertThat(later.state()).isEqualTo(InquiryState.UNANSWERED);
        earlier.settledAs(state);
        assertThat(later.judged().anchor()).isEqualTo(earlier.id());
        assertThat(later.state()).isEqualTo(InquiryState.DUPLICATE);
    }

    @ParameterizedTest
    @EnumSource(names = {"SPAM", "REJECTED", "WITHDRAWN", "FOLLOW_UP"})
    @DisplayName("what the books have as excluded or as a follow-up is no anchor, whatever the facts would say now")
    void settledExclusion(InquiryState state) {
        var later = pair.receives("q-2", at("2016-03-02T09:00"));
        assertThat(later.state()).isEqualTo(InquiryState.DUPLICATE);
        earlier.settledAs(state);
        assertThat(later.state()).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("what the books have as a duplicate is no anchor for the next day")
    void settledDuplicate() {
        var evening = pair.receives("q-2", at("2016-03-01T22:00"));
        var later = pair.receives("q-3", at("2016-03-02T11:00"));
        earlier.settledAs(InquiryState.UNANSWERED);
        evening.settledAs(InquiryState.DUPLICATE);
        assertThat(later.judged().anchor()).isEqualTo(later.id());
    }

    @Test
    @DisplayName("what the books have as a duplicate is no anchor, even if its own anchor lies too far back to be told")
    void settledDuplicateOfAnAnchorOutOfSight() {
        var later = pair.receives("q-2", at("2016-03-02T09:00"));
        earlier.settledAs(InquiryState.DUPLICATE);
        assertThat(later.state()).isEqualTo(InquiryState.UNANSWERED);
        assertThat(later.judged().anchor()).isEqualTo(later.id());
    }

    @Test
    @DisplayName("what the books have as an anchor of its own is no duplicate, near as it lies to another")
    void settledSecondAnchor() {
        var evening = pair.receives("q-2", at("2016-03-01T22:00"));
        var later = pair.receives("q-3", at("2016-03-02T11:00"));
        earlier.settledAs(InquiryState.UNANSWERED);
        evening.settledAs(InquiryState.UNANSWERED);
        assertThat(later.judged().anchor()).isEqualTo(evening.id());
    }

    @Test
    @DisplayName("the books of the day itself are no input: it is judged from its facts again")
    void theDayItself() {
        var sameDay = pair.receives("q-2", at("2016-03-01T22:00"));
        earlier.settledAs(InquiryState.REJECTED);
        sameDay.settledAs(InquiryState.TIMELY);
        assertThat(earlier.state()).isEqualTo(InquiryState.UNANSWERED);
        assertThat(sameDay.state()).isEqualTo(InquiryState.DUPLICATE);
    }

    @Test
    @DisplayName("the books of a later day are no input for an earlier one")
    void aLaterDay() {
        var later = pair.receives("q-2", at("2016-03-02T09:00"));
        later.replied(at("2016-03-02T10:00"));
        later.settledAs(InquiryState.REJECTED);
        assertThat(earlier.stateAt(later.close())).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("an inquiry that its books left out is no anchor for a later day")
    void outOfBooks() {
        var outOfBooks = pair.receives("q-0", at("2016-03-01T23:00"), at("2016-03-06T00:00:00.001"));
        var later = pair.receives("q-2", at("2016-03-02T22:00"));
        assertThat(outOfBooks.stateAt(later.close())).isEqualTo(InquiryState.OUT_OF_BOOKS);
        assertThat(later.judged().anchor()).isEqualTo(later.id());
    }

    @Test
    @DisplayName("a rejection that came after the earlier day's close gives a later day no new anchor")
    void factAfterTheClose() {
        var later = pair.receives("q-2", at("2016-03-02T09:00"));
        earlier.learnsOf(earlier.rejected(at("2016-03-01T11:00")), at("2016-03-06T00:00:00.001"));
        assertThat(later.state()).isEqualTo(InquiryState.DUPLICATE);
    }

    @Test
    @DisplayName("but not as of an instant before its books closed, when nothing was settled")
    void notBeforeItsClose() {
        var later = pair.receives("q-2", at("2016-03-02T09:00"));
        earlier.settledAs(InquiryState.REJECTED);
        assertThat(later.stateAt(justBefore(earlier.close()))).isEqualTo(InquiryState.DUPLICATE);
        assertThat(later.stateAt(earlier.close())).isEqualTo(InquiryState.UNANSWERED);
    }
}
