package io.hourglass.chat.watch;

import static io.hourglass.chat.Chats.BUYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.HourglassTest;
import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.ActionLog;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.Chats;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.abnormal.AbnormalRule;
import io.hourglass.chat.cases.JudgedConsultations;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.operations.deeds.AlreadyTakenBack;
import io.hourglass.operations.deeds.DecideAbnormalAccount;
import io.hourglass.operations.deeds.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** By the usual figures: 30 accounts within ten minutes; 2 shops within an hour; the same text to 40 shops. */
@HourglassTest
abstract class AbnormalAccounts {

    private static final Reason REASON = Reason.of("looked at it");

    @Autowired
    private Chats chats;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private WatchBuyers watch;

    @Autowired
    private RegisterBuyer register;

    @Autowired
    private CaughtAccounts accounts;

    @Autowired
    private DecideAbnormalAccount decide;

    @Autowired
    private Consultations consultations;

    @Autowired
    private JudgedConsultations cases;

    @Autowired
    private ActionLog log;

    @Autowired
    private Clock clock;

    private static AccountId account(int number) {
        return new AccountId("a" + number);
    }

    /** A second each, so many different accounts, from a number on. */
    private List<ConsultationId> asks(int from, int number) {
        var asked = new ArrayList<ConsultationId>();
        for (var at = from; at < from + number; at++) {
            marketplace.pass(Duration.ofSeconds(1));
            asked.add(chats.asks(account(at)).id());
        }
        return asked;
    }

    private ChatState state(ConsultationId id) {
        return cases.of(consultations.find(id).orElseThrow()).state().orElseThrow();
    }

    /** What was recorded by now. */
    private List<CaughtAccount> look() {
        marketplace.pass(Duration.ofMillis(1));
        return watch.look();
    }

    private CaughtAccount caughtByBurst() {
        asks(1, 30);
        marketplace.pass(Duration.ofSeconds(20));
        return look().get(0);
    }

    @Test
    @DisplayName("by a burst: what is open stays, the next consultation is excluded, and no other buyer's is")
    void caught() {
        var asked = asks(1, 29);
        assertThat(look()).isEmpty();
        asked.addAll(asks(30, 1));
        var last = clock.instant();
        marketplace.pass(Duration.ofSeconds(20));
        asked.addAll(asks(31, 1));
        marketplace.pass(Duration.ofSeconds(20));
        var caught = look();

        assertThat(caught).hasSize(1);
        assertThat(caught.get(0).caughtAt()).isEqualTo(last);
        assertThat(caught.get(0).actsFrom()).isEqualTo(clock.instant());
        assertThat(accounts.find(caught.get(0).id())).contains(caught.get(0));
        assertThat(asked).allMatch(id -> state(id) == ChatState.OPEN);

        assertThat(state(asks(40, 1).get(0))).isEqualTo(ChatState.EXCLUDED);
        assertThat(chats.asks(new BuyerId("another"), account(40), clock.instant())
                        .state())
                .contains(ChatState.OPEN);
        assertThat(look()).as("once").isEmpty();
    }

    @Test
    @DisplayName("by what is recorded at the very instant of a look at the next one")
    void sameInstant() {
        asks(1, 30);
        assertThat(watch.look()).isEmpty();
        assertThat(look()).hasSize(1);
    }

    @Test
    @DisplayName("and confirmed: what the last act of the catch opened is excluded too, and what came since; once")
    void confirmed() {
        var asked = asks(1, 30);
        asked.addAll(asks(31, 1));
        var caught = look().get(0);
        decide.confirm(caught.id(), REASON);
        decide.confirm(caught.id(), REASON);

        assertThat(asked.subList(0, 29)).allMatch(id -> state(id) == ChatState.OPEN);
        assertThat(asked.subList(29, 31)).allMatch(id -> state(id) == ChatState.EXCLUDED);
        assertThat(accounts.find(caught.id()).orElseThrow().state()).isEqualTo(CatchState.CONFIRMED);
        assertThat(actions()).containsExactly(Action.CONFIRM_AN_ABNORMAL_ACCOUNT);
    }

    @Test
    @DisplayName("and taken back: nothing of it is excluded any more on open days, and the rule lets it be for a month")
    void takenBack() {
        var caught = caughtByBurst();
        decide.confirm(caught.id(), REASON);
        var after = asks(50, 1).get(0);
        assertThat(state(after)).isEqualTo(ChatState.EXCLUDED);
        decide.takeBack(caught.id(), REASON);
        decide.takeBack(caught.id(), REASON);

        assertThat(state(after)).isEqualTo(ChatState.OPEN);
        assertThat(accounts.find(caught.id()).orElseThrow().state()).isEqualTo(CatchState.TAKEN_BACK);
        assertThatThrownBy(() -> decide.confirm(caught.id(), REASON)).isInstanceOf(AlreadyTakenBack.class);
        assertThat(actions()).containsExactly(Action.TAKE_BACK_AN_ABNORMAL_ACCOUNT, Action.CONFIRM_AN_ABNORMAL_ACCOUNT);

        marketplace.pass(Duration.ofDays(29));
        asks(100, 30);
        assertThat(look()).isEmpty();
        marketplace.pass(Duration.ofDays(1));
        asks(200, 30);
        assertThat(look()).hasSize(1);
    }

    @Test
    @DisplayName("taken back after the close of a day leaves that day as it is")
    void afterTheClose() {
        var caught = caughtByBurst();
        var excluded = asks(60, 1).get(0);
        marketplace.passTo(Instant.parse("2026-03-02T22:00:00Z"));
        decide.takeBack(caught.id(), REASON);

        assertThat(state(excluded)).isEqualTo(ChatState.EXCLUDED);
        assertThat(state(asks(60, 1).get(0))).isEqualTo(ChatState.OPEN);
    }

    @Test
    @DisplayName("by hand from an instant that may lie back, and taken back; not from one ahead")
    void byHand() {
        var first = chats.asks(account(1)).id();
        marketplace.pass(Duration.ofMinutes(1));
        var since = clock.instant();
        var second = chats.asks(account(2)).id();
        marketplace.pass(Duration.ofMinutes(1));
        var marked = decide.mark(BUYER, since, REASON).orElseThrow();
        assertThat(decide.mark(BUYER, since, REASON)).as("once").isEmpty();

        assertThat(state(first)).isEqualTo(ChatState.OPEN);
        assertThat(state(second)).isEqualTo(ChatState.EXCLUDED);
        assertThat(accounts.find(marked.id())).contains(marked);
        assertThatThrownBy(() -> decide.mark(BUYER, clock.instant().plusSeconds(1), REASON))
                .isInstanceOf(InvalidInput.class);

        decide.takeBack(marked.id(), REASON);
        assertThat(state(second)).isEqualTo(ChatState.OPEN);
        assertThat(decide.mark(BUYER, since, REASON)).as("again").isPresent();
        assertThat(state(second)).isEqualTo(ChatState.EXCLUDED);
        assertThatThrownBy(() -> decide.takeBack("nobody", REASON)).isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("by the same text to forty shops, which is kept as a hash alone")
    void sameText() {
        for (var shop = 1; shop <= 40; shop++) {
            marketplace.pass(Duration.ofMinutes(2));
            chats.records(chats.report(ChatFactKind.ASKED, BUYER, account(shop))
                    .shop(new SupplierId("shop" + shop))
                    .text(new FactText(null, "Best followers for your shop!")));
        }
        var caught = Objects.requireNonNull(look().get(0).caught());

        assertThat(caught.rule()).isEqualTo(AbnormalRule.SAME_TEXT_TO_MANY_SHOPS);
        assertThat(caught.seen().text()).isNotNull();
        assertThat(caught.seen().counted()).isEqualTo(40);
    }

    @Test
    @DisplayName("if two shops block it within an hour of its registration, where the marketplace says when that was")
    void blocked() {
        asks(1, 1);
        chats.blocks(account(1));
        chats.records(chats.report(ChatFactKind.BLOCKED, BUYER, account(2)).shop(new SupplierId("shop-2")));
        assertThat(look()).isEmpty();

        register.register(new RegisterBuyer.Registered(BUYER, clock.instant().minusSeconds(600)));
        chats.asks(account(3));
        var caught = Objects.requireNonNull(look().get(0).caught());
        assertThat(caught.rule()).isEqualTo(AbnormalRule.BLOCKED_AFTER_REGISTRATION);
        assertThatThrownBy(() -> register.register(
                        new RegisterBuyer.Registered(BUYER, clock.instant().plusSeconds(1))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    @DisplayName(
            "not if it talks: what counts as an answer and was gone on with is a conversation, retracted it is none")
    void conversation() {
        asks(1, 30);
        for (var at = 1; at <= 2; at++) {
            chats.writes(account(at), BUYER, AuthorKind.HUMAN, clock.instant().minusSeconds(20));
            chats.writes(
                    account(at + 2),
                    BUYER,
                    AuthorKind.AUTO_REPLY,
                    clock.instant().minusSeconds(20));
        }
        var again = List.of(
                chats.asks(BUYER, account(1), clock.instant().minusSeconds(5)),
                chats.asks(BUYER, account(2), clock.instant().minusSeconds(5)));
        asks(1, 1);
        assertThat(look()).isEmpty();

        again.forEach(chats::retracts);
        assertThat(look()).hasSize(1);
    }

    @Test
    @DisplayName("unless it is of the platform, an account of a shop, or marked already")
    void unwatched() {
        chats.marks(ChatFactKind.MARKED_STAFF, BUYER, null, clock.instant());
        asks(1, 30);
        var colleague = new BuyerId("a1");
        for (var at = 2; at <= 31; at++) {
            chats.asks(colleague, account(at), clock.instant());
        }
        assertThat(look()).isEmpty();
        assertThat(accounts.latest(null, 0, 10)).isEmpty();
    }

    @Test
    @DisplayName("are listed the latest first, by state, and called otherwise once a person is erased")
    void listed() {
        var one = decide.mark(BUYER, null, REASON).orElseThrow();
        marketplace.pass(Duration.ofMinutes(1));
        var other = decide.mark(new BuyerId("b2"), null, REASON).orElseThrow();
        decide.takeBack(one.id(), REASON);

        assertThat(accounts.latest(null, 0, 10)).extracting(CaughtAccount::id).containsExactly(other.id(), one.id());
        assertThat(accounts.latest(CatchState.TAKEN_BACK, 0, 10))
                .extracting(CaughtAccount::id)
                .containsExactly(one.id());
        assertThat(accounts.latest(null, 1, 10)).hasSize(1);
        assertThat(accounts.counts()).containsOnlyKeys(CatchState.CONFIRMED, CatchState.TAKEN_BACK);
        assertThat(accounts.of(Set.of(BUYER))).hasSize(1);

        accounts.rename(BUYER, new BuyerId("pseudonym"));
        assertThat(accounts.of(Set.of(BUYER))).isEmpty();
    }

    private List<Action> actions() {
        return log.latest(new ActionLog.Sought(Set.of(), null, null, null), 0, 10).stream()
                .map(ActionLog.Done::action)
                .toList();
    }
}
