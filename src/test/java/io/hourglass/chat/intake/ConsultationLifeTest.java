package io.hourglass.chat.intake;

import static io.hourglass.chat.Chats.ANNA;
import static io.hourglass.chat.Chats.BEN;
import static io.hourglass.chat.Chats.BUYER;
import static io.hourglass.chat.Chats.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hourglass.HourglassTest;
import io.hourglass.Processes;
import io.hourglass.audit.check.CheckLedger;
import io.hourglass.bpmn.ChatNodes;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.Chats;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.rate.Recount;
import io.hourglass.rate.numbers.PublishedNumber;
import io.hourglass.rate.numbers.PublishedNumbers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("A consultation")
class ConsultationLifeTest {

    /** The natural day of it is the second of March in Shanghai; it ends at 16:00 in UTC. */
    private static final Instant DAY_ENDS = Instant.parse("2026-03-02T16:00:00Z");

    private static final Instant CLOSE = DAY_ENDS.plus(Duration.ofHours(6));
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Autowired
    private Chats chats;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Processes processes;

    @Autowired
    private PublishedNumbers numbers;

    @Autowired
    private CheckLedger check;

    @Autowired
    private Recount recount;

    @Autowired
    private SettableClock clock;

    @Test
    @DisplayName("is opened by the first message, waits, and ends as answered once the account has written")
    void answered() {
        var id = chats.asks(ANNA).id();
        assertThat(chats.booked(id)).isEmpty();
        assertThat(processes.waitsOf("chat", id.value())).containsExactly(ChatNodes.KEEP_CONSULTATION_OPEN);
        assertThat(chats.asks(ANNA).id()).isEqualTo(id);

        marketplace.pass(Duration.ofMinutes(5));
        assertThat(chats.writes(ANNA).state()).contains(ChatState.ANSWERED);
        assertThat(chats.booked(id)).containsExactly(ChatState.ANSWERED);
        assertThat(processes.waitsOf("chat", id.value())).isEmpty();
    }

    @Test
    @DisplayName("asked at 23:59 and answered at 00:01 is unanswered, on the day of the question (C5)")
    void midnight() {
        marketplace.passTo(DAY_ENDS.minusSeconds(60));
        var id = chats.asks(ANNA).id();
        marketplace.passTo(DAY_ENDS);
        assertThat(chats.booked(id)).containsExactly(ChatState.UNANSWERED);
        marketplace.passTo(DAY_ENDS.plusSeconds(60));
        chats.writes(ANNA);
        assertThat(chats.booked(id)).containsExactly(ChatState.UNANSWERED);
        marketplace.passTo(CLOSE);
        assertThat(numbers.on(ConsultationId.CHAT, DAY.plusDays(1)))
                .extracting(number -> number.subject().id(), PublishedNumber::timely, PublishedNumber::countable)
                .containsExactly(tuple(":anna", 0, 1), tuple("shop-1", 0, 1));
    }

    @Test
    @DisplayName("is decided by what is learned of until the close, and by nothing learned of after it")
    void late() {
        var anna = chats.asks(ANNA).id();
        var ben = chats.asks(BEN).id();
        marketplace.passTo(DAY_ENDS.plus(Duration.ofHours(5)));
        chats.writes(ANNA, BUYER, AuthorKind.HUMAN, DAY_ENDS.minusMillis(1));
        marketplace.passTo(CLOSE.plusMillis(1));
        assertThat(chats.writes(BEN, BUYER, AuthorKind.HUMAN, DAY_ENDS.minusMillis(1))
                        .fact()
                        .late())
                .isTrue();

        assertThat(chats.booked(anna)).containsExactly(ChatState.UNANSWERED, ChatState.ANSWERED);
        assertThat(chats.booked(ben)).containsExactly(ChatState.UNANSWERED);
        assertThat(numbers.on(ConsultationId.CHAT, DAY.plusDays(1)))
                .extracting(number -> number.subject().id(), PublishedNumber::timely, PublishedNumber::countable)
                .containsExactly(tuple(":anna", 1, 1), tuple(":ben", 0, 1), tuple("shop-1", 1, 2));
        assertThat(recount.of(new Subject(ConsultationId.CHAT, SHOP.value()), DAY.plusDays(1), null)
                        .equal())
                .isTrue();
    }

    @Test
    @DisplayName("is sealed with its facts, and the ledger of chat checks out")
    void sealed() throws IOException {
        var asked = chats.asks(ANNA);
        chats.writes(ANNA);
        chats.retracts(chats.asks(BEN));
        chats.transfers(ANNA, new AccountId("carl"), marketplace.now());
        chats.marks(ChatFactKind.MARKED_ABNORMAL, BUYER, null, marketplace.now().plusSeconds(1));
        marketplace.passTo(CLOSE.plus(Duration.ofDays(1)));
        chats.retracts(asked);
        marketplace.passTo(CLOSE.plus(Duration.ofDays(2)));
        assertThat(check.check(ConsultationId.CHAT, null, null).findings()).isEmpty();
    }

    @Test
    @DisplayName("goes on when its answer is taken back on the same day, and ends as it then stands")
    void takenBack() {
        var id = chats.asks(ANNA).id();
        var answer = chats.writes(ANNA);
        chats.retracts(answer);
        assertThat(chats.booked(id)).containsExactly(ChatState.ANSWERED, ChatState.OPEN);
        assertThat(processes.waitsOf("chat", id.value())).containsExactly(ChatNodes.KEEP_CONSULTATION_OPEN);
        marketplace.passTo(DAY_ENDS);
        assertThat(chats.booked(id)).containsExactly(ChatState.ANSWERED, ChatState.OPEN, ChatState.UNANSWERED);
    }

    @Test
    @DisplayName("is excluded when its buyer turns out to be staff, and counts again once that is taken back")
    void staff() {
        var id = chats.asks(ANNA).id();
        var mark = chats.marks(ChatFactKind.MARKED_STAFF, BUYER, null, marketplace.now());
        assertThat(chats.booked(id)).containsExactly(ChatState.EXCLUDED);
        chats.retracts(mark);
        assertThat(chats.booked(id)).containsExactly(ChatState.EXCLUDED, ChatState.OPEN);
        marketplace.passTo(CLOSE);
        assertThat(chats.booked(id)).endsWith(ChatState.UNANSWERED);
    }

    @Test
    @DisplayName("is excluded as soon as its buyer is named as an account of the same shop, and not for one of another")
    void colleague() {
        var carl = new BuyerId("carl");
        var id = chats.asks(carl, ANNA, marketplace.now()).id();
        chats.asks(new AccountId("dora"));
        assertThat(chats.booked(id)).isEmpty();
        chats.asks(new AccountId("carl"));
        assertThat(chats.booked(id)).containsExactly(ChatState.EXCLUDED);
        assertThat(processes.waitsOf("chat", id.value())).isEmpty();

        var other = chats.asks(new BuyerId("emil"), ANNA, marketplace.now()).id();
        chats.records(
                chats.report(ChatFactKind.ASKED, BUYER, new AccountId("emil")).shop(new SupplierId("shop-2")));
        assertThat(chats.booked(other)).isEmpty();
    }

    @Test
    @DisplayName("learned of after the close of its day is kept, and opens nothing")
    void outOfBooks() {
        chats.asks(BEN);
        marketplace.passTo(CLOSE.plusMillis(1));
        var id = chats.asks(BUYER, ANNA, DAY_ENDS.minusSeconds(1)).id();
        assertThat(chats.booked(id)).containsExactly(ChatState.OUT_OF_BOOKS);
        assertThat(processes.waitsOf("chat", id.value())).isEmpty();
        assertThat(numbers.on(ConsultationId.CHAT, DAY.plusDays(1)))
                .extracting(number -> number.subject().id())
                .containsExactly(":ben", "shop-1");
    }

    @Test
    @DisplayName(
            "learned of too late for its day, before an earlier day is sealed that is late itself, leaves the ledger whole")
    void lateSeal() throws IOException {
        chats.asks(BEN);
        clock.set(CLOSE.plus(Duration.ofDays(3)));
        var id = chats.asks(BUYER, ANNA, DAY_ENDS.plus(Duration.ofHours(30))).id();
        assertThat(chats.booked(id)).containsExactly(ChatState.OUT_OF_BOOKS);
        marketplace.passTo(CLOSE.plus(Duration.ofDays(3)));
        assertThat(check.check(ConsultationId.CHAT, null, null).findings()).isEmpty();
    }
}
