package io.hourglass.chat.intake;

import static io.hourglass.CleanSlate.START;
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
import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.chat.accounts.ChatAccounts;
import io.hourglass.chat.intake.RecordChat.Recorded;
import io.hourglass.chat.intake.RecordChat.Reports;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.rate.numbers.PublishedNumber;
import io.hourglass.rate.numbers.PublishedNumbers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("A consultation, through the engine,")
class ConsultationRulesTest {

    /** The natural day of it is the second of March in Shanghai; it ends at 16:00 in UTC. */
    private static final Instant DAY_ENDS = Instant.parse("2026-03-02T16:00:00Z");

    private static final Instant CLOSE = DAY_ENDS.plus(Duration.ofHours(6));
    private static final LocalDate NEXT = LocalDate.of(2026, 3, 3);
    private static final AccountId CARL = new AccountId("carl");
    private static final BuyerId OTHER = new BuyerId("buyer-2");
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final int ORDERS = 12;

    @Autowired
    private Chats chats;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Processes processes;

    @Autowired
    private PublishedNumbers numbers;

    @Autowired
    private DescribeAccount describe;

    @Autowired
    private RecordChat record;

    @Autowired
    private ChatAccounts accounts;

    @Autowired
    private CheckLedger check;

    private boolean waits(ConsultationId id) {
        return processes.waitsOf("chat", id.value()).equals(List.of(ChatNodes.KEEP_CONSULTATION_OPEN));
    }

    /** Subject, answered, countable; once the day is closed. */
    private List<Tuple> published() {
        marketplace.passTo(CLOSE);
        return numbers.on(ConsultationId.CHAT, NEXT).stream()
                .map(ConsultationRulesTest::numberOf)
                .toList();
    }

    private static Tuple numberOf(PublishedNumber number) {
        return tuple(number.subject().id(), number.timely(), number.countable());
    }

    @Test
    @DisplayName("is one account's: what one answers does not answer for another, or for another buyer (C7)")
    void eachItsOwn() {
        var withAnna = chats.asks(ANNA).id();
        var withBen = chats.asks(BEN).id();
        var ofOther = chats.asks(OTHER, ANNA, marketplace.now()).id();
        marketplace.pass(A_MINUTE);
        chats.writes(ANNA);
        assertThat(List.of(waits(withAnna), waits(withBen), waits(ofOther))).containsExactly(false, true, true);
        assertThat(published()).containsExactly(tuple(":anna", 1, 2), tuple(":ben", 0, 1), tuple("shop-1", 1, 3));
    }

    @Test
    @DisplayName("waits on after the assistant has answered, and is answered by the person who writes then (C4)")
    void assistantThenPerson() {
        var id = chats.asks(ANNA).id();
        for (var author : List.of(
                AuthorKind.SERVICE_ASSISTANT, AuthorKind.AUTO_REPLY, AuthorKind.QUICK_REPLY, AuthorKind.SYSTEM)) {
            assertThat(chats.writes(ANNA, BUYER, author, marketplace.now()).state())
                    .contains(ChatState.OPEN);
        }
        assertThat(waits(id)).isTrue();
        assertThat(chats.booked(id)).isEmpty();
        marketplace.pass(A_MINUTE);
        assertThat(chats.writes(ANNA).state()).contains(ChatState.ANSWERED);
        assertThat(chats.booked(id)).containsExactly(ChatState.ANSWERED);
        assertThat(waits(id)).isFalse();
    }

    @ParameterizedTest(name = "{0} s after its answer")
    @ValueSource(longs = {-1, 0, 1})
    @DisplayName("stays its own account's when the buyer is handed on, before, at and after its answer (C8)")
    void handsOn(long seconds) {
        var id = chats.asks(ANNA).id();
        marketplace.pass(A_MINUTE);
        var answered = marketplace.now();
        marketplace.pass(A_MINUTE);
        var received = chats.transfers(ANNA, BEN, answered.plusSeconds(seconds)).id();
        assertThat(waits(id)).isTrue();
        assertThat(waits(received)).isTrue();
        chats.writes(ANNA, BUYER, AuthorKind.HUMAN, answered);
        assertThat(chats.booked(id)).containsExactly(ChatState.ANSWERED);
        assertThat(chats.booked(received)).isEmpty();
        assertThat(published()).containsExactly(tuple(":anna", 1, 1), tuple(":ben", 0, 1), tuple("shop-1", 1, 2));
    }

    @ParameterizedTest(name = "what was written {0} ms after it: {1}")
    @CsvSource({"-1, OPEN", "0, ANSWERED", "1, ANSWERED"})
    @DisplayName("that a transfer opened is answered from its very instant on (C8)")
    void received(long millis, ChatState state) {
        marketplace.pass(A_MINUTE);
        var handedOn = marketplace.now().minusSeconds(1);
        var id = chats.transfers(ANNA, BEN, handedOn).id();
        assertThat(chats.writes(BEN, BUYER, AuthorKind.AI_AGENT, handedOn.plusMillis(millis))
                        .state())
                .contains(state);
        assertThat(waits(id)).isEqualTo(state == ChatState.OPEN);
    }

    @Test
    @DisplayName("that its account holds already is not opened again by a transfer, answered or not (C8)")
    void toHolder() {
        var open = chats.asks(ANNA).id();
        var answered = chats.asks(BEN).id();
        chats.writes(BEN);
        marketplace.pass(A_MINUTE);
        assertThat(chats.transfers(CARL, ANNA, marketplace.now()).id()).isEqualTo(open);
        assertThat(chats.transfers(CARL, BEN, marketplace.now()).id()).isEqualTo(answered);
        assertThat(processes.dueOf("chat", open.value())).containsExactly(DAY_ENDS);
        assertThat(processes.waitsOf("chat", answered.value())).isEmpty();
        assertThat(chats.booked(answered)).containsExactly(ChatState.ANSWERED);
        assertThat(published()).containsExactly(tuple(":anna", 0, 1), tuple(":ben", 1, 1), tuple("shop-1", 1, 2));
    }

    @Test
    @DisplayName("is as answered as it was when its account blocks the buyer, and a block opens none (C12)")
    void blocked() {
        var unanswered = chats.asks(ANNA).id();
        chats.blocks(ANNA);
        assertThat(waits(unanswered)).isTrue();
        var before = chats.asks(BEN).id();
        chats.blocks(BEN);
        marketplace.pass(A_MINUTE);
        chats.writes(BEN);
        var after = chats.asks(CARL).id();
        chats.writes(CARL);
        chats.blocks(CARL);
        var none = chats.blocks(new AccountId("dora"));
        assertThat(none.state()).isEmpty();
        assertThat(processes.waitsOf("chat", none.id().value())).isEmpty();

        assertThat(published())
                .containsExactly(
                        tuple(":anna", 0, 1), tuple(":ben", 1, 1), tuple(":carl", 1, 1), tuple("shop-1", 2, 3));
        assertThat(chats.booked(unanswered)).containsExactly(ChatState.UNANSWERED);
        assertThat(chats.booked(before)).containsExactly(ChatState.ANSWERED);
        assertThat(chats.booked(after)).containsExactly(ChatState.ANSWERED);
        assertThat(chats.booked(none.id())).isEmpty();
    }

    @ParameterizedTest(name = "learned of by {0}")
    @ValueSource(strings = {"2026-03-02T03:00:00Z", "2026-03-02T15:59:59.999Z", "2026-03-02T16:00:00Z"})
    @DisplayName("ends the same in whatever order its facts come in, each twice, on its day or in the night after it")
    void disorder(Instant learned) throws IOException {
        marketplace.passTo(learned);
        for (var order = 0; order < ORDERS; order++) {
            var random = new Random(order);
            var answered = buyer("answered", order);
            var missed = buyer("missed", order);
            var once = new ArrayList<>(story(answered));
            once.addAll(story(missed));
            once.add(wrote(answered, AuthorKind.AI_ASSISTED, 300));
            var facts = new ArrayList<>(once);
            facts.addAll(once);
            Collections.shuffle(facts, random);
            var recorded = facts.stream().map(chats::records).toList();
            assertThat(recorded).filteredOn(Recorded::isNew).hasSize(once.size());
            if (order % 3 == 0) {
                marketplace.pass(A_MINUTE);
            }
        }
        assertThat(published())
                .containsExactly(tuple(":anna", ORDERS, 2 * ORDERS), tuple("shop-1", ORDERS, 2 * ORDERS));
        for (var order = 0; order < ORDERS; order++) {
            assertEnded(buyer("answered", order), ChatState.ANSWERED);
            assertEnded(buyer("missed", order), ChatState.UNANSWERED);
        }
        marketplace.pass(Duration.ofDays(1));
        assertThat(check.check(ConsultationId.CHAT, null, null).findings()).isEmpty();
    }

    private static BuyerId buyer(String name, int order) {
        return new BuyerId(name + "-" + order);
    }

    private void assertEnded(BuyerId buyer, ChatState state) {
        var id = chats.consultation(buyer, ANNA, START);
        assertThat(chats.booked(id)).endsWith(state);
        assertThat(processes.waitsOf("chat", id.value())).isEmpty();
    }

    /** Asked twice and handed over once, with a reply by a machine, and one by a person that came before all that. */
    private List<ChatReportBuilder> story(BuyerId buyer) {
        return List.of(
                chats.report(ChatFactKind.ASKED, buyer, ANNA).occurredAt(START.plusSeconds(60)),
                chats.report(ChatFactKind.TRANSFERRED, buyer, ANNA).from(CARL).occurredAt(START.plusSeconds(120)),
                wrote(buyer, AuthorKind.AUTO_REPLY, 61),
                wrote(buyer, AuthorKind.HUMAN, 59),
                chats.report(ChatFactKind.BLOCKED, buyer, ANNA).occurredAt(START.plusSeconds(400)),
                chats.report(ChatFactKind.ASKED, buyer, ANNA).occurredAt(START.plusSeconds(200)));
    }

    private ChatReportBuilder wrote(BuyerId buyer, AuthorKind author, long seconds) {
        return chats.report(ChatFactKind.WROTE, buyer, ANNA).author(author).occurredAt(START.plusSeconds(seconds));
    }

    @Test
    @DisplayName("follows what its messages turn out to be, as long as its books are open")
    void reclassified() {
        var id = chats.asks(ANNA).id();
        var answer = chats.writes(ANNA);
        marketplace.pass(A_MINUTE);
        chats.reclassifies(answer, AuthorKind.QUICK_REPLY);
        assertThat(waits(id)).isTrue();
        marketplace.pass(A_MINUTE);
        chats.reclassifies(answer, AuthorKind.HUMAN);
        assertThat(waits(id)).isFalse();
        marketplace.passTo(DAY_ENDS);
        chats.reclassifies(answer, AuthorKind.SYSTEM);
        assertThat(chats.booked(id))
                .containsExactly(ChatState.ANSWERED, ChatState.OPEN, ChatState.ANSWERED, ChatState.UNANSWERED);
        marketplace.passTo(CLOSE.plusMillis(1));
        chats.reclassifies(answer, AuthorKind.HUMAN);
        assertThat(chats.booked(id)).hasSize(4);
        assertThat(published()).containsExactly(tuple(":anna", 0, 1), tuple("shop-1", 0, 1));
    }

    @Test
    @DisplayName("is none once its message is taken back, and is one again with the next")
    void openingRetracted() {
        var first = chats.asks(ANNA);
        chats.retracts(first);
        assertThat(chats.booked(first.id())).containsExactly(ChatState.VOID);
        assertThat(waits(first.id())).isFalse();
        chats.retracts(chats.asks(BEN));
        marketplace.pass(A_MINUTE);
        assertThat(chats.asks(ANNA).id()).isEqualTo(first.id());
        assertThat(waits(first.id())).isTrue();
        assertThat(published()).containsExactly(tuple(":anna", 0, 1), tuple("shop-1", 0, 1));
        assertThat(chats.booked(first.id())).containsExactly(ChatState.VOID, ChatState.OPEN, ChatState.UNANSWERED);
    }

    @Test
    @DisplayName(
            "of an account that is merged stays its own; what happens from then on is the other's, also down a chain")
    void merged() {
        var before = chats.asks(ANNA).id();
        chats.asks(OTHER, BEN, marketplace.now());
        chats.asks(OTHER, CARL, marketplace.now());
        marketplace.pass(A_MINUTE);
        describe.close(new DescribeAccount.Closure(ANNA, BEN));
        describe.close(new DescribeAccount.Closure(BEN, CARL));
        var merged = marketplace.now();

        var after = chats.writes(ANNA);
        assertThat(after.id()).isEqualTo(chats.consultation(BUYER, CARL, merged));
        assertThat(after.state()).isEmpty();
        assertThat(waits(before)).isTrue();
        assertThat(chats.asks(ANNA).id()).isEqualTo(after.id());
        assertThat(chats.booked(after.id())).containsExactly(ChatState.ANSWERED);

        assertThat(chats.writes(ANNA, BUYER, AuthorKind.HUMAN, merged.minusMillis(1))
                        .id())
                .isEqualTo(before);
        assertThat(chats.booked(before)).containsExactly(ChatState.ANSWERED);
        assertThat(published())
                .containsExactly(
                        tuple(":anna", 1, 1), tuple(":ben", 0, 1), tuple(":carl", 1, 2), tuple("shop-1", 2, 4));
    }

    @Test
    @DisplayName("of an account that is closed goes on, and is opened there by who writes to it then")
    void closed() {
        var before = chats.asks(ANNA).id();
        describe.close(new DescribeAccount.Closure(ANNA, null));
        marketplace.pass(A_MINUTE);
        assertThat(chats.asks(OTHER, ANNA, marketplace.now()).state()).contains(ChatState.OPEN);
        chats.writes(ANNA);
        assertThat(chats.booked(before)).containsExactly(ChatState.ANSWERED);
        assertThat(published()).containsExactly(tuple(":anna", 1, 2), tuple("shop-1", 1, 2));
    }

    @Test
    @DisplayName(
            "is excluded as soon as its buyer is named as an account of the shop, by a message as by a description")
    void colleague() {
        var described =
                chats.asks(new BuyerId(BEN.value()), ANNA, marketplace.now()).id();
        var named =
                chats.asks(new BuyerId(CARL.value()), ANNA, marketplace.now()).id();
        describe.describe(new DescribeAccount.Description(BEN, SHOP, null));
        assertThat(chats.booked(described)).containsExactly(ChatState.EXCLUDED);
        chats.asks(BUYER, CARL, marketplace.now());
        assertThat(chats.booked(named)).containsExactly(ChatState.EXCLUDED);
        assertThat(waits(named)).isFalse();
    }

    @Test
    @DisplayName("is not opened by what is refused among many, which puts no account on the list either")
    void refused() {
        var itself =
                chats.report(ChatFactKind.TRANSFERRED, BUYER, ANNA).from(ANNA).build();
        var nobody = chats.report(ChatFactKind.ASKED, new BuyerId(":own"), BEN).build();
        var taken = record.recordAll(new Reports(List.of(
                itself, nobody, chats.report(ChatFactKind.ASKED, BUYER, CARL).build())));
        assertThat(taken).extracting(one -> one.refusal() == null).containsExactly(false, false, true);
        assertThat(accounts.of(SHOP)).extracting(ChatAccount::id).containsExactly(CARL);
    }
}
