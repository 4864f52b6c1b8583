package io.hourglass.chat.diagnosis;

import static io.hourglass.chat.diagnosis.Cause.AFTER_HOURS;
import static io.hourglass.chat.diagnosis.Cause.BLOCKED;
import static io.hourglass.chat.diagnosis.Cause.BURST;
import static io.hourglass.chat.diagnosis.Cause.FEW_ON_DUTY;
import static io.hourglass.chat.diagnosis.Cause.LAST_HOUR_OF_SHIFT;
import static io.hourglass.chat.diagnosis.Cause.NO_HAND_OVER;
import static io.hourglass.chat.diagnosis.Cause.ONE_ACCOUNT;
import static io.hourglass.chat.diagnosis.Cause.TRANSFER;
import static io.hourglass.chat.diagnosis.ShopChats.LAST_WEEKS;
import static io.hourglass.chat.diagnosis.ShopChats.at;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.judging.ChatState;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A diagnosis of chat")
class ChatDiagnosisTest {

    /** A Tuesday of the span that is looked at. */
    private static final LocalDate TUESDAY = LAST_WEEKS.from().plusDays(1);

    private static final LocalDate SUNDAY = LAST_WEEKS.from().plusDays(6);

    private final ShopChats chats = new ShopChats();

    private static Set<Cause> causes(ChatDiagnosis diagnosis, ConsultationId id) {
        return diagnosis.findings().stream()
                .filter(finding -> finding.consultations().stream()
                        .anyMatch(one -> one.id().equals(id)))
                .map(Finding::cause)
                .collect(toSet());
    }

    private static Finding finding(ChatDiagnosis diagnosis, Cause cause) {
        return diagnosis.findings().stream()
                .filter(one -> one.cause() == cause)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "00:00, NO_HAND_OVER",
        "08:59, NO_HAND_OVER",
        "09:00, ",
        "16:59, ",
        "17:00, LAST_HOUR_OF_SHIFT",
        "17:59, LAST_HOUR_OF_SHIFT",
        "18:00, AFTER_HOURS",
        "23:59, AFTER_HOURS"
    })
    @DisplayName("tells by the account's usual hours, 9 to 18 here, when an unanswered consultation came")
    void hours(String time, Cause cause) {
        var id = chats.works("a", 9, 18).unanswered("a", TUESDAY, time);

        assertThat(causes(chats.diagnosis(), id)).isEqualTo(cause == null ? Set.of() : Set.of(cause));
    }

    @Test
    @DisplayName("takes a day on which the account does not work for after its hours")
    void dayOff() {
        var id = chats.works("a", 9, 18).unanswered("a", SUNDAY, "11:00");

        assertThat(causes(chats.diagnosis(), id)).containsExactly(AFTER_HOURS);
    }

    @Test
    @DisplayName("misses the hand-over only if the account wrote to others later on that day")
    void nobodyCame() {
        chats.works("a", 9, 18);
        chats.all.removeIf(one -> one.day().equals(TUESDAY));
        var night = chats.unanswered("a", TUESDAY, "03:00");
        assertThat(causes(chats.diagnosis(), night)).isEmpty();

        chats.answered("a", TUESDAY.atTime(12, 0), TUESDAY.atTime(12, 5));
        assertThat(causes(chats.diagnosis(), night)).containsExactly(NO_HAND_OVER);
    }

    @Test
    @DisplayName("finds few on duty where half of the usual accounts wrote around that hour, or fewer")
    void fewOnDuty() {
        chats.works("a", 9, 18).works("b", 9, 18).works("c", 9, 18);
        var full = chats.unanswered("a", TUESDAY, "11:00");
        var two = TUESDAY.plusDays(1);
        chats.all.removeIf(one -> one.day().equals(two) && one.account().value().equals("c"));
        var twoOfThree = chats.unanswered("a", two, "11:00");
        var one = TUESDAY.plusDays(2);
        chats.all.removeIf(it -> it.day().equals(one) && !it.account().value().equals("a"));
        var oneOfThree = chats.unanswered("a", one, "11:00");
        var outside = chats.unanswered("a", one, "20:00");
        var diagnosis = chats.diagnosis("a");

        assertThat(causes(diagnosis, full)).isEmpty();
        assertThat(causes(diagnosis, twoOfThree)).isEmpty();
        assertThat(causes(diagnosis, oneOfThree)).containsExactly(FEW_ON_DUTY);
        assertThat(causes(diagnosis, outside)).containsExactly(AFTER_HOURS);
    }

    @Test
    @DisplayName(
            "finds a burst of five within an hour, one of them unanswered, where one an hour is usual; of four none")
    void burst() {
        chats.works("a", 9, 18);
        for (var minute = 1; minute <= 3; minute++) {
            chats.answered("a", TUESDAY.atTime(14, 20 + minute), TUESDAY.atTime(14, 40));
        }
        var last = chats.unanswered("a", TUESDAY, "14:59");
        assertThat(causes(chats.diagnosis(), last)).as("five from 14:10").containsExactly(BURST);

        chats.all.removeIf(one -> one.openedAt().equals(at(TUESDAY.atTime(14, 21))));
        assertThat(causes(chats.diagnosis(), last)).as("four").isEmpty();
    }

    @Test
    @DisplayName("finds no burst where the account has as many in its busy hours")
    void usualBurst() {
        chats.works("a", 9, 18).works("a", 9, 18).works("a", 9, 18).works("a", 9, 18);
        var fifth = chats.unanswered("a", TUESDAY, "14:30");
        assertThat(causes(chats.diagnosis(), fifth)).isEmpty();

        for (var more = 0; more < 3; more++) {
            chats.unanswered("a", TUESDAY, "14:30");
        }
        assertThat(causes(chats.diagnosis(), fifth)).as("eight, twice four").containsExactly(BURST);
    }

    @Test
    @DisplayName("finds transfers without an answer at both ends, and blocks without one (C8, C12)")
    void transfersAndBlocks() {
        chats.works("a", 9, 18);
        var noon = TUESDAY.atTime(12, 0);
        var received = chats.unanswered("a", noon, one -> one.transferred(true));
        var given = chats.unanswered("a", noon, one -> one.givenAwayAt(at(noon.plusHours(1))));
        var blocked = chats.unanswered("a", noon, one -> one.blockedAt(at(noon.plusHours(1))));
        chats.add("a", noon, one -> one.state(ChatState.ANSWERED)
                .transferred(true)
                .blockedAt(at(noon)));
        chats.add("a", noon, one -> one.state(ChatState.EXCLUDED).blockedAt(at(noon)));
        var diagnosis = chats.diagnosis();

        assertThat(causes(diagnosis, received)).contains(TRANSFER).doesNotContain(BLOCKED);
        assertThat(causes(diagnosis, given)).contains(TRANSFER);
        assertThat(causes(diagnosis, blocked)).contains(BLOCKED).doesNotContain(TRANSFER);
        assertThat(finding(diagnosis, TRANSFER).consultations()).hasSize(2);
        assertThat(finding(diagnosis, BLOCKED).consultations()).hasSize(1);
    }

    @Test
    @DisplayName("says of each cause what the rate would be without its consultations, and how they overlap")
    void withoutThem() {
        chats.works("a", 9, 18);
        var evening = TUESDAY.atTime(20, 0);
        var both = chats.unanswered("a", evening, one -> one.blockedAt(at(evening)));
        chats.unanswered("a", TUESDAY, "21:00");
        chats.unanswered("a", TUESDAY, "11:30");
        chats.unanswered("a", LAST_WEEKS.before().from(), "22:00");
        var diagnosis = chats.diagnosis();

        assertThat(diagnosis.now()).isEqualTo(new Share(90, 93));
        assertThat(diagnosis.before()).isEqualTo(new Share(90, 91));
        assertThat(diagnosis.hasFallen()).isTrue();
        var afterHours = finding(diagnosis, AFTER_HOURS);
        assertThat(afterHours.consultations()).hasSize(2).first().returns(both, HandledConsultation::id);
        assertThat(afterHours.without()).isEqualTo(new Share(90, 91));
        assertThat(afterHours.before()).isEqualTo(1);
        assertThat(afterHours.alone()).isEqualTo(1);
        assertThat(finding(diagnosis, BLOCKED).without()).isEqualTo(new Share(90, 92));
        assertThat(finding(diagnosis, BLOCKED).alone()).isZero();
        assertThat(diagnosis.overlaps())
                .containsExactlyInAnyOrder(
                        new Overlap(Set.of(AFTER_HOURS, BLOCKED), 1),
                        new Overlap(Set.of(AFTER_HOURS), 1),
                        new Overlap(Set.of(), 1));
        assertThat(diagnosis.unexplained()).isEqualTo(1);
        assertThat(diagnosis.withoutAll()).isEqualTo(new Share(90, 91));
    }

    @Test
    @DisplayName("names the account that at least half of the fall is due to, by its own rate before (C16)")
    void oneAccount() {
        chats.works("a", 9, 18).works("b", 9, 18).works("c", 9, 18);
        for (var time = 10; time < 16; time++) {
            chats.unanswered("a", TUESDAY, time + ":30");
            chats.unanswered("b", LAST_WEEKS.before().from(), time + ":30");
            chats.unanswered("b", TUESDAY, time + ":30");
        }
        chats.unanswered("c", TUESDAY, "11:30");
        var found = finding(chats.diagnosis(), ONE_ACCOUNT);

        assertThat(found.account()).isEqualTo(ShopChats.account("a"));
        assertThat(found.consultations()).hasSize(6).allMatch(one -> one.account()
                .equals(ShopChats.account("a")));
        assertThat(found.without()).isEqualTo(new Share(270, 277));
        assertThat(chats.diagnosis("a").findings()).noneMatch(one -> one.cause() == ONE_ACCOUNT);
    }

    @Test
    @DisplayName(
            "names nobody where the fall is shared among three, or the rate has not fallen, or there is one account alone")
    void nobody() {
        chats.works("a", 9, 18);
        chats.unanswered("a", TUESDAY, "11:30");
        assertThat(chats.diagnosis().findings()).as("alone").noneMatch(one -> one.cause() == ONE_ACCOUNT);

        chats.works("b", 9, 18).works("c", 9, 18);
        chats.unanswered("b", TUESDAY, "11:30");
        chats.unanswered("c", TUESDAY, "11:30");
        assertThat(chats.diagnosis().hasFallen()).isTrue();
        assertThat(chats.diagnosis().findings()).as("shared").noneMatch(one -> one.cause() == ONE_ACCOUNT);

        chats.all.removeIf(one -> one.state() == ChatState.UNANSWERED);
        chats.unanswered("a", LAST_WEEKS.before().from(), "11:30");
        chats.unanswered("a", TUESDAY, "11:30");
        assertThat(chats.diagnosis().hasFallen()).isFalse();
        assertThat(chats.diagnosis().findings()).as("no fall").noneMatch(one -> one.cause() == ONE_ACCOUNT);
    }

    @Test
    @DisplayName("lists first what has grown most, and not what has always been")
    void growth() {
        chats.works("a", 9, 18);
        for (var more = 0; more < 4; more++) {
            chats.unanswered("a", LAST_WEEKS.before().from().plusDays(more), "22:00");
            chats.unanswered("a", LAST_WEEKS.from().plusDays(more), "22:00");
        }
        for (var more = 0; more < 2; more++) {
            chats.unanswered("a", LAST_WEEKS.from().plusDays(more), "17:30");
        }

        assertThat(chats.diagnosis().findings())
                .extracting(Finding::cause)
                .containsExactly(LAST_HOUR_OF_SHIFT, AFTER_HOURS);
    }

    @Test
    @DisplayName("of an account looks at its own consultations, among what all accounts of the shop show")
    void ofAccount() {
        chats.works("a", 9, 18).works("b", 9, 18).works("c", 9, 18);
        chats.all.removeIf(
                one -> one.day().equals(TUESDAY) && !one.account().value().equals("a"));
        var own = chats.unanswered("a", TUESDAY, "11:30");
        chats.unanswered("b", TUESDAY, "20:00");
        var diagnosis = chats.diagnosis("a");

        assertThat(diagnosis.now()).isEqualTo(new Share(90, 91));
        assertThat(causes(diagnosis, own)).containsExactly(FEW_ON_DUTY);
        assertThat(diagnosis.findings()).hasSize(1);
        assertThat(diagnosis.usualHours()).containsOnlyKeys(ShopChats.account("a"));
    }

    @Test
    @DisplayName("finds nothing where everything was answered, nothing was asked, or nothing was before")
    void nothing() {
        assertThat(chats.diagnosis().findings()).isEmpty();
        assertThat(chats.diagnosis().hasFallen()).isFalse();

        var id = chats.unanswered("a", TUESDAY, "11:30");
        var diagnosis = chats.diagnosis();
        assertThat(diagnosis.hasFallen()).isFalse();
        assertThat(causes(diagnosis, id)).isEmpty();
        assertThat(diagnosis.overlaps()).isEqualTo(List.of(new Overlap(Set.of(), 1)));
    }
}
