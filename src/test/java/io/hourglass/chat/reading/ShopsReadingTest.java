package io.hourglass.chat.reading;

import static io.hourglass.chat.Chats.ANNA;
import static io.hourglass.chat.Chats.BEN;
import static io.hourglass.chat.Chats.BUYER;
import static io.hourglass.chat.Chats.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.hourglass.HourglassTest;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.Chats;
import io.hourglass.chat.accounts.ChatAccounts;
import io.hourglass.chat.cases.JudgedConsultations;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.chat.policy.ChatPolicies;
import io.hourglass.chat.reading.ConsultationOfDay.Opening;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.rate.numbers.Publication.Status;
import io.hourglass.rate.numbers.PublishedNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("A shop reads of its chat")
class ShopsReadingTest {

    /** The natural day is the second of March in Shanghai. */
    private static final Instant DAY_ENDS = Instant.parse("2026-03-02T16:00:00Z");

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final BuyerId OTHER = new BuyerId("buyer-2");
    private static final PageQuery ALL = new PageQuery(0, 10);

    @Autowired
    private Chats chats;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private DaysConsultations consultations;

    @Autowired
    private BookedConsultations booked;

    @Autowired
    private JudgedConsultations cases;

    @Autowired
    private ChatAccounts accounts;

    @Autowired
    private ChatPolicies policies;

    @Autowired
    private ShopFigures figures;

    @Autowired
    private RateHistory history;

    @Test
    @DisplayName("what is open, the longest waiting first, and how each was opened")
    void open() {
        marketplace.passTo(DAY_ENDS.minus(Duration.ofHours(3)));
        chats.asks(OTHER, ANNA, marketplace.now());
        marketplace.pass(Duration.ofMinutes(1));
        chats.transfers(ANNA, BEN, marketplace.now());
        marketplace.pass(Duration.ofMinutes(1));
        chats.asks(BUYER, new AccountId("carl"), marketplace.now());
        chats.writes(new AccountId("carl"));

        var open = consultations.open(SHOP, null, ALL);
        assertThat(open.countedTotal()).isEqualTo(2);
        assertThat(open.items())
                .extracting(one -> one.kept().account(), ConsultationOfDay::opening, ConsultationOfDay::dayEnds)
                .containsExactly(tuple(ANNA, Opening.MESSAGE, DAY_ENDS), tuple(BEN, Opening.TRANSFER, DAY_ENDS));
        assertThat(consultations.open(SHOP, null, new PageQuery(1, 1)).items())
                .extracting(one -> one.kept().account())
                .containsExactly(BEN);
        assertThat(consultations.open(SHOP, BEN, ALL).countedTotal()).isEqualTo(1);
        assertThat(consultations.countOpen(SHOP)).isEqualTo(2);
        assertThat(consultations.countOpen(new SupplierId("another"))).isZero();
    }

    @Test
    @DisplayName("since when one asks by the earliest message that was not taken back")
    void takenBack() {
        var first = chats.asks(ANNA);
        marketplace.pass(Duration.ofMinutes(5));
        chats.asks(ANNA);
        chats.retracts(first);
        assertThat(consultations.open(SHOP, ANNA, ALL).items())
                .extracting(ConsultationOfDay::openedAt)
                .containsExactly(marketplace.now());
    }

    @Test
    @DisplayName("one whose answer was taken back as open again, and one whose message was as none at all")
    void openAgain() {
        chats.asks(ANNA);
        chats.retracts(chats.writes(ANNA));
        chats.retracts(chats.asks(BEN));
        assertThat(consultations.open(SHOP, null, ALL).items())
                .extracting(one -> one.kept().account())
                .containsExactly(ANNA);
        assertThat(figures.of(SHOP).today()).isEqualTo(new DayCount(0, 0, 1, 0));
    }

    @Test
    @DisplayName("nothing as open from the first instant of the next day on")
    void dayOver() {
        marketplace.passTo(DAY_ENDS.minusMillis(1));
        chats.asks(ANNA);
        assertThat(consultations.countOpen(SHOP)).isEqualTo(1);
        marketplace.passTo(DAY_ENDS);
        assertThat(consultations.countOpen(SHOP)).isZero();
        assertThat(consultations
                        .on(new Sought(SHOP, ANNA, DAY, ChatState.UNANSWERED), ALL)
                        .items())
                .extracting(ConsultationOfDay::state)
                .containsExactly(ChatState.UNANSWERED);
    }

    @Test
    @DisplayName("a list and how many are on it as of one instant, also when a day ends while it reads")
    void midnight() {
        marketplace.passTo(DAY_ENDS.minusMillis(1));
        chats.asks(ANNA);
        var open = atMidnight().on(new Sought(SHOP, null, DAY, ChatState.OPEN), ALL);
        assertThat(open.items()).hasSize(1);
        assertThat(open.countedTotal()).isEqualTo(1);
    }

    /** The day ends once the clock has been read. */
    private DaysConsultations atMidnight() {
        var instants = List.of(DAY_ENDS.minusMillis(1), DAY_ENDS).iterator();
        InstantSource clock = instants::next;
        return new DaysConsultations(booked, cases, accounts, policies, clock.withZone(ZoneOffset.UTC));
    }

    @Test
    @DisplayName("today so far, yesterday, and the published number of each account and of the shop")
    void figures() {
        chats.asks(ANNA);
        chats.writes(ANNA);
        chats.asks(BEN);
        chats.asks(OTHER, BEN, marketplace.now());
        chats.marks(ChatFactKind.MARKED_STAFF, OTHER, null, marketplace.now());
        var now = figures.of(SHOP);
        assertThat(now.day()).isEqualTo(DAY);
        assertThat(now.dayEnds()).isEqualTo(DAY_ENDS);
        assertThat(now.published().status()).isEqualTo(Status.NOT_PUBLISHED);
        assertThat(now.accounts())
                .extracting(one -> one.account().id(), AccountFigures::today, AccountFigures::yesterday)
                .containsExactly(
                        tuple(ANNA, new DayCount(1, 0, 0, 0), DayCount.NONE),
                        tuple(BEN, new DayCount(0, 0, 1, 1), DayCount.NONE));

        marketplace.passTo(DAY_ENDS.plus(Duration.ofHours(6)));
        var next = figures.of(SHOP);
        assertThat(next.yesterday()).isEqualTo(new DayCount(1, 1, 0, 1));
        assertThat(next.today()).isEqualTo(DayCount.NONE);
        assertThat(next.published().rate()).isEqualByComparingTo("0.5");
        assertThat(next.accounts())
                .extracting(one -> String.valueOf(one.published().rate()))
                .containsExactly("1.000000", "0.000000");
    }

    @Test
    @DisplayName("the numbers by date, and the days: locked ones as they were counted, others as they are")
    void history() {
        chats.asks(ANNA);
        marketplace.passTo(DAY_ENDS.plus(Duration.ofHours(5)));
        chats.asks(BUYER, ANNA, marketplace.now());
        assertThat(history.days(SHOP, null, 3))
                .containsExactly(
                        new RateHistory.Day(DAY.plusDays(1), new DayCount(0, 0, 1, 0), false),
                        new RateHistory.Day(DAY, new DayCount(0, 1, 0, 0), false),
                        new RateHistory.Day(DAY.minusDays(1), DayCount.NONE, true));

        chats.writes(ANNA, BUYER, AuthorKind.HUMAN, DAY_ENDS.minusMillis(1));
        marketplace.passTo(DAY_ENDS.plus(Duration.ofHours(6)));
        assertThat(history.days(SHOP, ANNA, 2))
                .containsExactly(
                        new RateHistory.Day(DAY.plusDays(1), new DayCount(0, 0, 1, 0), false),
                        new RateHistory.Day(DAY, new DayCount(1, 0, 0, 0), true));
        var trend = history.trend(SHOP, ANNA, 30);
        assertThat(trend).hasSize(30);
        assertThat(trend.get(29).on()).isEqualTo(DAY.plusDays(1));
        assertThat(trend.get(29).number()).extracting(PublishedNumber::timely).isEqualTo(1);
        assertThat(trend.get(28).number()).isNull();
    }

    @Test
    @DisplayName("nothing of an account of another shop, and a shop without accounts is none")
    void others() {
        chats.asks(ANNA);
        var other = new SupplierId("shop-2");
        assertThatThrownBy(() -> consultations.open(other, ANNA, ALL)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> history.days(other, ANNA, 3)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> figures.of(other)).isInstanceOf(NotFound.class);
    }
}
